CREATE TABLE sitting (
    id            uuid PRIMARY KEY,
    enrolment_id  uuid NOT NULL UNIQUE REFERENCES enrolment,
    session_id    uuid NOT NULL REFERENCES exam_session,
    person_id     uuid NOT NULL REFERENCES person,
    paper_id      uuid NOT NULL REFERENCES paper,
    state         text NOT NULL CHECK (state IN ('UNDER_WAY', 'HELD', 'CLOSED')),
    started_at    timestamptz NOT NULL,
    deadline      timestamptz NOT NULL,
    page_epoch    int NOT NULL DEFAULT 0,       -- the page that may write; an older page is told that it is stale
    events        int NOT NULL DEFAULT 0,
    chain_head    bytea NOT NULL,
    last_seen_at  timestamptz NOT NULL,
    closed_at     timestamptz,
    closed_by     text CHECK (closed_by IN ('CANDIDATE', 'DEADLINE')),
    CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL) AND (closed_at IS NULL) = (closed_by IS NULL))
);
CREATE INDEX sitting_session ON sitting (session_id);
CREATE INDEX sitting_person ON sitting (person_id);
CREATE INDEX sitting_overdue ON sitting (deadline) WHERE state = 'UNDER_WAY';

-- Append-only. sequence is the client's (makes a repeat harmless), position the server's (orders the log); counted is false for what came after the deadline.
CREATE TABLE response_event (
    sitting_id    uuid NOT NULL REFERENCES sitting,
    position      int  NOT NULL,
    sequence      int  NOT NULL,
    item          int  NOT NULL,
    answer        text NOT NULL,
    received_at   timestamptz NOT NULL,
    counted       boolean NOT NULL,
    hash          bytea NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (sitting_id, position),
    UNIQUE (sitting_id, sequence)
);

CREATE TABLE receipt (
    sitting_id    uuid PRIMARY KEY REFERENCES sitting,
    number        text NOT NULL UNIQUE,
    at            timestamptz NOT NULL,
    events        int NOT NULL,
    digest        bytea NOT NULL,
    signature     bytea NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON sitting TO chizheng_service;
GRANT SELECT, INSERT ON response_event, receipt TO chizheng_service;
