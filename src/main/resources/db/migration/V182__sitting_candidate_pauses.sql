-- Chosen candidates who are held before they begin, beside the pauses of whole rooms (room_pause) and what is done to the clocks of those who have begun. Nobody begins while
-- until_at is null; what it lasted is credited to whoever begins later, and what the whole room stood still meanwhile only once.
CREATE TABLE enrolment_pause (
    enrolment_id  uuid NOT NULL REFERENCES enrolment,
    session_id    uuid NOT NULL REFERENCES exam_session,
    from_at       timestamptz NOT NULL,
    until_at      timestamptz CHECK (until_at >= from_at),
    PRIMARY KEY (enrolment_id, from_at)
);
CREATE UNIQUE INDEX enrolment_pause_open ON enrolment_pause (enrolment_id) WHERE until_at IS NULL;
CREATE INDEX enrolment_pause_session ON enrolment_pause (session_id);
GRANT SELECT, INSERT, UPDATE (until_at) ON enrolment_pause TO chizheng_service;
