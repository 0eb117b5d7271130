-- A room's record carries the same signature as a certificate: whoever brings one as a certificate is told that it is none.
CREATE INDEX closing_record_digest ON closing_record (digest);
