-- A rehearsal is a session of made-up persons (person.id_type 'REHEARSAL', so that none of them can be taken for a real one). It is never scored.
ALTER TABLE exam_session ADD COLUMN rehearsal boolean NOT NULL DEFAULT false;
CREATE INDEX exam_session_rehearsal ON exam_session (room_id, id DESC) WHERE rehearsal;

-- What the driver of a rehearsal found; written once. Times in microseconds.
CREATE TABLE rehearsal_report (
    session_id    uuid PRIMARY KEY REFERENCES exam_session,
    reported_at   timestamptz NOT NULL,
    candidates    int NOT NULL CHECK (candidates > 0),
    saves         int NOT NULL CHECK (saves >= 0),
    p99_micros    bigint NOT NULL CHECK (p99_micros >= 0),
    lost          int NOT NULL CHECK (lost >= 0),
    wrong         int NOT NULL CHECK (wrong >= 0)
);

GRANT SELECT, INSERT ON rehearsal_report TO chizheng_service;
