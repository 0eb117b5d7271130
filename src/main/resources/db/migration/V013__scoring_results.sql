CREATE TABLE result (
    id            uuid PRIMARY KEY,
    sitting_id    uuid NOT NULL UNIQUE REFERENCES sitting,
    session_id    uuid NOT NULL REFERENCES exam_session,
    person_id     uuid NOT NULL REFERENCES person,
    qualification text NOT NULL REFERENCES qualification,
    policy        text NOT NULL REFERENCES policy,     -- gave cut score and what a pass is worth
    raw           int  NOT NULL,
    cut           int  NOT NULL,
    passed        boolean NOT NULL,
    chapters      text NOT NULL,
    scored_at     timestamptz NOT NULL,
    released_at   timestamptz,
    released_by   text,
    CHECK (passed = (raw >= cut))
);
CREATE INDEX result_session ON result (session_id);
CREATE INDEX result_person ON result (person_id);

-- Closed sittings wait here for their score, released passes for their certificate: sweeps read what is waiting, not what is done.
CREATE TABLE scoring_pending (
    sitting_id    uuid PRIMARY KEY REFERENCES sitting
);

CREATE TABLE certification_pending (
    result_id     uuid PRIMARY KEY REFERENCES result
);

GRANT SELECT, INSERT ON result TO chizheng_service;
GRANT UPDATE (released_at, released_by) ON result TO chizheng_service;
GRANT SELECT, INSERT, DELETE, UPDATE ON scoring_pending, certification_pending TO chizheng_service;
