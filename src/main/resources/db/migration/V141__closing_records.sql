-- What the staff say of an enrolled candidate who has not sat: did not come, came after the window, was turned away, or was checked in and left without beginning.
CREATE TABLE absence (
    enrolment_id   uuid PRIMARY KEY REFERENCES enrolment,
    kind           text NOT NULL CHECK (kind IN ('NO_SHOW', 'TOO_LATE', 'TURNED_AWAY', 'LEFT')),
    reason         text,
    marked_by      text NOT NULL,
    marked_at      timestamptz NOT NULL,
    CHECK (kind = 'NO_SHOW' OR reason IS NOT NULL)
);

-- The record of a room 考场记录 as it was drawn up: bytes kept once, never made anew. facts: digest of what it tells, by which is seen whether something changed before it was signed.
-- A record that became out of date before two had signed stays, and another is drawn up; seal: by the key of the audit log, over the digest of the bytes.
CREATE TABLE closing_record (
    id             uuid PRIMARY KEY,
    session_id     uuid NOT NULL REFERENCES exam_session,
    number         int  NOT NULL,
    facts          text NOT NULL,
    digest         text NOT NULL,
    pages          int  NOT NULL CHECK (pages > 0),
    pdf_sealed     bytea NOT NULL,
    present        int  NOT NULL,
    absent         int  NOT NULL,
    late           int  NOT NULL,
    incidents      int  NOT NULL,
    drawn_up_by    text NOT NULL,
    drawn_up_at    timestamptz NOT NULL,
    closed_at      timestamptz,
    seal           bytea,
    keep_until     date NOT NULL,                          -- last day; by the policy of the session
    video_until    date NOT NULL,
    UNIQUE (session_id, number),
    CHECK ((closed_at IS NULL) = (seal IS NULL))
);
CREATE UNIQUE INDEX closing_record_closed ON closing_record (session_id) WHERE closed_at IS NOT NULL;

CREATE TABLE closing_signature (
    record_id      uuid NOT NULL REFERENCES closing_record,
    place          int  NOT NULL CHECK (place IN (1, 2)),
    signer         text NOT NULL,
    person_id      uuid REFERENCES person,
    signed_at      timestamptz NOT NULL,
    PRIMARY KEY (record_id, place),
    UNIQUE (record_id, signer)
);
CREATE UNIQUE INDEX closing_signature_person ON closing_signature (record_id, person_id) WHERE person_id IS NOT NULL;
CREATE INDEX closing_signature_by ON closing_signature (person_id) WHERE person_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON absence TO chizheng_service;
GRANT SELECT, INSERT ON closing_record, closing_signature TO chizheng_service;
GRANT UPDATE (closed_at, seal) ON closing_record TO chizheng_service;
