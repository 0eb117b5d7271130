-- A centre's day of practicals in one qualification.
CREATE TABLE practical_session (
    id            uuid PRIMARY KEY,
    centre_id     uuid NOT NULL REFERENCES centre,
    qualification text NOT NULL REFERENCES qualification,
    scheme_id     uuid NOT NULL REFERENCES practical_scheme,
    policy        text NOT NULL REFERENCES policy,     -- in force on the day of the session
    starts_at     timestamptz NOT NULL,
    ends_at       timestamptz NOT NULL,
    minutes       int  NOT NULL CHECK (minutes > 0),   -- for one candidate
    planned_at    timestamptz NOT NULL,
    planned_by    text NOT NULL,
    released_at   timestamptz,                         -- the last release, null before the first
    CHECK (ends_at > starts_at)
);
CREATE INDEX practical_session_centre ON practical_session (centre_id, starts_at DESC);
CREATE INDEX practical_session_scheme ON practical_session (scheme_id);

CREATE TABLE practical_session_station (
    session_id    uuid NOT NULL REFERENCES practical_session,
    station_id    uuid NOT NULL REFERENCES station,
    PRIMARY KEY (session_id, station_id)
);
CREATE INDEX practical_session_station_of ON practical_session_station (station_id);

-- ADMITTED → AT_STATION (tasks drawn) → RUNNING → JUDGED, with DISPUTED between the two last where a third assessor is called.
CREATE TABLE practical_candidate (
    id            uuid PRIMARY KEY,
    session_id    uuid NOT NULL REFERENCES practical_session,
    person_id     uuid NOT NULL REFERENCES person,
    slot_at       timestamptz NOT NULL,
    state         text NOT NULL CHECK (state IN ('ADMITTED', 'AT_STATION', 'RUNNING', 'DISPUTED', 'JUDGED')),
    admitted_at   timestamptz NOT NULL,
    admitted_by   text NOT NULL,
    station_id    uuid REFERENCES station,
    seed          text,                                -- 32 random bytes in hexadecimal; the draw can be made again from it
    checked_in_at timestamptz,
    checked_in_by text,
    started_at    timestamptz,
    deadline      timestamptz,
    UNIQUE (session_id, person_id),
    CHECK (num_nulls(station_id, seed, checked_in_at, checked_in_by) = CASE state WHEN 'ADMITTED' THEN 4 ELSE 0 END),
    CHECK (num_nulls(started_at, deadline) = CASE WHEN state IN ('ADMITTED', 'AT_STATION') THEN 2 ELSE 0 END)
);
CREATE INDEX practical_candidate_person ON practical_candidate (person_id);
CREATE INDEX practical_candidate_station ON practical_candidate (station_id);
CREATE UNIQUE INDEX practical_candidate_at_station ON practical_candidate (station_id) WHERE state IN ('AT_STATION', 'RUNNING');

-- What was drawn: one task of each part.
CREATE TABLE practical_draw (
    candidate_id  uuid NOT NULL REFERENCES practical_candidate,
    part          text NOT NULL,
    task_id       uuid NOT NULL REFERENCES practical_task,
    PRIMARY KEY (candidate_id, part)
);
CREATE INDEX practical_draw_task ON practical_draw (task_id);

GRANT SELECT, INSERT ON practical_session, practical_session_station, practical_candidate, practical_draw TO chizheng_service;
GRANT UPDATE (released_at) ON practical_session TO chizheng_service;
GRANT UPDATE (state, station_id, seed, checked_in_at, checked_in_by, started_at, deadline) ON practical_candidate TO chizheng_service;
