-- A statement that looks people up while it adds their appointments holds on to the bucket it looked at last, and an index by hash does not grow beyond a bucket that is held: after a list of 100,000 people
-- each look-up read through 65 pages. A tree grows whatever is being read. Certificates and their events keep theirs: they are added one by one, by statements that look nothing up.
DROP INDEX appointment_person;
CREATE INDEX appointment_person ON appointment (person_id);
