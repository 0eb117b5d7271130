-- A document that somebody brings is known by its digest.
CREATE INDEX certificate_file_digest ON certificate_file (digest);
