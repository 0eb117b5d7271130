-- The references to the certificate locked its row for every check, twice, and a lock is a write: to the row's page and to the write-ahead log, a quarter of what a look-up
-- cost the database. No certificate is ever deleted (the service may not), and a check is only written of one that was just found; so the references proved nothing.
ALTER TABLE verification_scan DROP CONSTRAINT verification_scan_certificate_id_fkey;
ALTER TABLE verification_site DROP CONSTRAINT verification_site_certificate_id_fkey;
