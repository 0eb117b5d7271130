-- The reference to the sitting locked the sitting's row for every answer: a second row touched, and a second record in the write-ahead log. No sitting is ever
-- deleted (the service may not), the log is only written for sittings that were read in the same transaction or before, and the proof of a sitting's log starts from
-- the sitting's own id; so the reference proved nothing that is not proved otherwise.
ALTER TABLE response_event DROP CONSTRAINT response_event_sitting_id_fkey;
