CREATE TABLE centre (
    id            uuid PRIMARY KEY,
    code          text NOT NULL UNIQUE,
    zh            text NOT NULL,
    en            text NOT NULL,
    region        text NOT NULL REFERENCES region
);
CREATE INDEX centre_region ON centre (region);

CREATE TABLE room (
    id            uuid PRIMARY KEY,
    centre_id     uuid NOT NULL REFERENCES centre,
    label         text NOT NULL,
    UNIQUE (centre_id, label)
);

CREATE TABLE seat (
    id            uuid PRIMARY KEY,
    room_id       uuid NOT NULL REFERENCES room,
    label         text NOT NULL,
    UNIQUE (room_id, label)
);

ALTER TABLE role_grant ADD FOREIGN KEY (centre_id) REFERENCES centre;
ALTER TABLE role_grant ADD FOREIGN KEY (enterprise_id) REFERENCES enterprise;

CREATE TABLE exam_session (
    id            uuid PRIMARY KEY,
    room_id       uuid NOT NULL REFERENCES room,
    centre_id     uuid NOT NULL REFERENCES centre,
    qualification text NOT NULL REFERENCES qualification,
    batch_id      uuid NOT NULL REFERENCES paper_batch,
    policy        text NOT NULL REFERENCES policy,
    starts_at     timestamptz NOT NULL,
    minutes       int NOT NULL,
    late_minutes  int NOT NULL,
    state         text NOT NULL CHECK (state IN ('SCHEDULED', 'CHECK_IN', 'RUNNING', 'ENDED')),
    started_at    timestamptz,
    released_at   timestamptz,
    version       int NOT NULL DEFAULT 0
);
CREATE INDEX exam_session_centre ON exam_session (centre_id, starts_at DESC);
CREATE INDEX exam_session_open ON exam_session (state) WHERE state <> 'ENDED';

CREATE TABLE enrolment (
    id            uuid PRIMARY KEY,
    session_id    uuid NOT NULL REFERENCES exam_session,
    person_id     uuid NOT NULL REFERENCES person,
    policy        text NOT NULL REFERENCES policy,     -- the one that decided eligibility, by the date of application
    ticket        text NOT NULL UNIQUE,
    extra_minutes int  NOT NULL DEFAULT 0 CHECK (extra_minutes >= 0),
    seat_id       uuid REFERENCES seat,
    paper_id      uuid UNIQUE REFERENCES paper,
    enrolled_at   timestamptz NOT NULL,
    checked_in_at timestamptz,
    version       int NOT NULL DEFAULT 0,
    UNIQUE (session_id, person_id),
    UNIQUE (session_id, seat_id),
    CHECK ((checked_in_at IS NULL) = (seat_id IS NULL) AND (checked_in_at IS NULL) = (paper_id IS NULL))
);
CREATE INDEX enrolment_person ON enrolment (person_id);

GRANT SELECT, INSERT, UPDATE ON centre, room, seat TO chizheng_service;
GRANT SELECT, INSERT, UPDATE ON exam_session, enrolment TO chizheng_service;
