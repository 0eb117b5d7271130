-- Certificates are looked up by their holder and events by their certificate, one at a time and for equality alone: with each change of the figures some twenty times each. By hash that
-- touches one page however many there are; a tree gains a level. Whoever needs an order sorts what was found.
DROP INDEX certificate_person;
CREATE INDEX certificate_person ON certificate USING hash (person_id);
DROP INDEX certificate_event_of;
CREATE INDEX certificate_event_of ON certificate_event USING hash (certificate_id);
