-- What happened to a place in a session, act by act. Append-only: the place itself comes and goes in the table of enrolments.
CREATE TABLE booking_event (
    id             uuid PRIMARY KEY,
    application_id uuid NOT NULL REFERENCES application,
    session_id     uuid NOT NULL REFERENCES exam_session,
    kind           text NOT NULL CHECK (kind IN ('BOOKED', 'GIVEN', 'MOVED_AWAY', 'MOVED_HERE', 'CANCELLED')),
    ticket         text NOT NULL,
    at             timestamptz NOT NULL,
    actor          text NOT NULL
);
CREATE INDEX booking_event_application ON booking_event (application_id, kind);
CREATE INDEX booking_event_session ON booking_event (session_id);

-- Who waits for a place in a full session; the first to come is the first to be given one.
CREATE TABLE waiting_place (
    id             uuid PRIMARY KEY,
    session_id     uuid NOT NULL REFERENCES exam_session,
    application_id uuid NOT NULL REFERENCES application,
    joined_at      timestamptz NOT NULL,
    state          text NOT NULL CHECK (state IN ('WAITING', 'GIVEN', 'LEFT', 'LAPSED')),
    changed_at     timestamptz NOT NULL
);
CREATE UNIQUE INDEX waiting_place_once ON waiting_place (application_id, session_id) WHERE state = 'WAITING';
CREATE INDEX waiting_place_next ON waiting_place (session_id, joined_at, id) WHERE state = 'WAITING';

-- A link between somebody on duty and a candidate of the same session that the sweep has found; gone_at: when it was there no longer.
CREATE TABLE duty_conflict (
    id         uuid PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES exam_session,
    staff_id   uuid NOT NULL REFERENCES centre_staff,
    person_id  uuid NOT NULL REFERENCES person,
    kind       text NOT NULL CHECK (kind IN ('SELF', 'TRAINER', 'PROVIDER', 'ENTERPRISE')),
    linked_by  text NOT NULL,
    found_at   timestamptz NOT NULL,
    gone_at    timestamptz
);
CREATE UNIQUE INDEX duty_conflict_once ON duty_conflict (session_id, staff_id, person_id) WHERE gone_at IS NULL;
CREATE INDEX duty_conflict_staff ON duty_conflict (staff_id);
CREATE INDEX duty_conflict_person ON duty_conflict (person_id);
CREATE INDEX trainer_provider ON trainer (provider_id);

GRANT SELECT, INSERT ON booking_event TO chizheng_service;
GRANT SELECT, INSERT, UPDATE ON waiting_place, duty_conflict TO chizheng_service;
