-- Sessions that are sat in Safe Exam Browser. The file and its config key are kept as they were made, so that a new release or another address
-- does not lock out a room that has already opened it. A session without a row asks for no particular browser.
CREATE TABLE session_lockdown (
    session_id  uuid PRIMARY KEY REFERENCES exam_session,
    required    boolean NOT NULL,
    printing    boolean NOT NULL,
    quit_hash   text CHECK (quit_hash ~ '^[0-9a-f]{64}$'),
    exam_keys   text[] NOT NULL,     -- browser exam keys of which one must be proved; none: the config key is enough
    config_key  text NOT NULL CHECK (config_key ~ '^[0-9a-f]{64}$'),
    file        text NOT NULL
);

-- Candidates who may go on in any browser, because theirs has broken down. Not taken back.
CREATE TABLE lockdown_waiver (
    enrolment_id uuid PRIMARY KEY REFERENCES enrolment,
    session_id   uuid NOT NULL REFERENCES session_lockdown,
    waived_at    timestamptz NOT NULL,
    waived_by    text NOT NULL,
    reason       text NOT NULL
);
CREATE INDEX lockdown_waiver_session ON lockdown_waiver (session_id);

GRANT SELECT, INSERT, UPDATE ON session_lockdown TO chizheng_service;
GRANT SELECT, INSERT ON lockdown_waiver TO chizheng_service;
