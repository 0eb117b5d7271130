-- A check costs one row and two entries in indexes, no more: the log is read by certificate and forgotten by age, its own number was read by nobody.
ALTER TABLE verification_scan DROP COLUMN id;
-- Networks are kept apart only where there is more than one: of certificates that were checked from a second network on a day, that one, the first and all after them. Most are checked
-- from one network on a day, and then the log itself says all there is to count.
COMMENT ON TABLE verification_site IS 'networks of certificates that were checked from more than one on a day, each once';
