-- The work list is told from the stretches that are kept for the holder rate, so it is the sweep that changes these that leaves word now, of the enterprises where they changed: facts
-- that change nothing are not looked at, and what changes them by other ways (a practical that makes good a long absence, a corrected requirement) is. An entry by person is left for
-- those alone whom the day changes.
DROP TRIGGER work_appointment_added ON appointment;
DROP TRIGGER work_appointment_closed ON appointment;
DROP TRIGGER work_requirement_added ON requirement;
DROP TRIGGER work_requirement_closed ON requirement;
DROP TRIGGER work_certificate_added ON certificate;
DROP TRIGGER work_foreign_added ON foreign_certificate;
DROP TRIGGER work_certificate_event_added ON certificate_event;
DROP TRIGGER work_absence_added ON post_absence;
DROP TRIGGER work_absence_closed ON post_absence;
DROP TRIGGER work_reconfirmation_added ON reconfirmation;
DROP TRIGGER work_reconfirmation_closed ON reconfirmation;
DROP FUNCTION work_post_changed(), work_person_changed(), work_certificate_changed();

-- All are looked at once, for what has been missed until now.
DELETE FROM work_pending WHERE post_id IS NOT NULL;
INSERT INTO work_pending (enterprise_id) SELECT id FROM enterprise;
ALTER TABLE work_pending DROP COLUMN post_id, ADD CHECK (num_nonnulls(enterprise_id, person_id) = 1);
