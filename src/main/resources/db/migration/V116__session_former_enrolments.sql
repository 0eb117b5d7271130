-- A place that is given back before check-in leaves the table of enrolments, so that whatever counts those counts right, and the person may have a place in the same session again.
-- The row is kept here as it was, by the database itself; its ticket number is never given out again. After check-in nothing leaves: seat and paper are bound.
CREATE TABLE former_enrolment (
    id             uuid PRIMARY KEY,
    session_id     uuid NOT NULL REFERENCES exam_session,
    person_id      uuid NOT NULL REFERENCES person,
    policy         text NOT NULL REFERENCES policy,
    ticket         text NOT NULL UNIQUE,
    extra_minutes  int  NOT NULL,
    application_id uuid REFERENCES application,
    enrolled_at    timestamptz NOT NULL,
    withdrawn_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX former_enrolment_session ON former_enrolment (session_id);
CREATE INDEX former_enrolment_person ON former_enrolment (person_id);
CREATE INDEX former_enrolment_application ON former_enrolment (application_id) WHERE application_id IS NOT NULL;

CREATE FUNCTION keep_former_enrolment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.checked_in_at IS NOT NULL THEN
        RAISE EXCEPTION 'an enrolment is not removed after check-in';
    END IF;
    INSERT INTO former_enrolment (id, session_id, person_id, policy, ticket, extra_minutes, application_id, enrolled_at)
    VALUES (OLD.id, OLD.session_id, OLD.person_id, OLD.policy, OLD.ticket, OLD.extra_minutes, OLD.application_id, OLD.enrolled_at);
    RETURN OLD;
END $$;
CREATE TRIGGER enrolment_kept BEFORE DELETE ON enrolment FOR EACH ROW EXECUTE FUNCTION keep_former_enrolment();

GRANT SELECT, INSERT ON former_enrolment TO chizheng_service;
GRANT DELETE ON enrolment TO chizheng_service;

-- Sessions that can be booked, by what is examined.
CREATE INDEX exam_session_bookable ON exam_session (qualification, starts_at) WHERE state = 'SCHEDULED' AND NOT rehearsal;
