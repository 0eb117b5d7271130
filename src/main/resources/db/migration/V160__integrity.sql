-- Evidence for people, never a verdict: what a sweep found striking in a session that has ended. A session waits here from its start on and is looked at when all of its
-- sittings are closed, scored and counted; once.
CREATE TABLE integrity_pending (
    session_id    uuid PRIMARY KEY REFERENCES exam_session,
    failures      int NOT NULL DEFAULT 0,
    retry_at      timestamptz NOT NULL
);
CREATE INDEX integrity_pending_due ON integrity_pending (retry_at);
CREATE FUNCTION session_started() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO integrity_pending (session_id, retry_at) VALUES (NEW.id, NEW.started_at + make_interval(mins => NEW.minutes + NEW.late_minutes)) ON CONFLICT DO NOTHING;
    RETURN NEW;
END $$;
CREATE TRIGGER session_is_examined AFTER UPDATE OF started_at ON exam_session FOR EACH ROW
    WHEN (OLD.started_at IS NULL AND NEW.started_at IS NOT NULL AND NOT NEW.rehearsal) EXECUTE FUNCTION session_started();

-- pairs and timed: how many tests were made, without which no probability can be read.
CREATE TABLE integrity_run (
    session_id    uuid PRIMARY KEY REFERENCES exam_session,
    sittings      int NOT NULL,
    pairs         int NOT NULL,
    timed         int NOT NULL,
    run_at        timestamptz NOT NULL
);
CREATE INDEX integrity_run_newest ON integrity_run (run_at DESC);

-- PAIR: identical wrong answers of two candidates; FAST: right answers of one that came faster than the question can be read. chances: the chance of each item under the
-- reference distribution, from which it can be drawn again. probability: of so many or more by chance; tests: how many were made in the session.
CREATE TABLE integrity_finding (
    id            uuid PRIMARY KEY,
    session_id    uuid NOT NULL REFERENCES integrity_run,
    kind          text NOT NULL CHECK (kind IN ('PAIR', 'FAST')),
    sitting_id    uuid NOT NULL REFERENCES sitting,
    other_id      uuid REFERENCES sitting,
    observed      int NOT NULL,
    probability   double precision NOT NULL CHECK (probability BETWEEN 0 AND 1),
    tests         int NOT NULL CHECK (tests >= 1),
    chances       double precision[] NOT NULL,
    CHECK ((kind = 'PAIR') = (other_id IS NOT NULL) AND observed <= cardinality(chances))
);
CREATE INDEX integrity_finding_session ON integrity_finding (session_id);
CREATE INDEX integrity_finding_sitting ON integrity_finding (sitting_id);
CREATE INDEX integrity_finding_other ON integrity_finding (other_id) WHERE other_id IS NOT NULL;

-- What people wrote about a finding, or about a centre's place in the funnel. Append-only.
CREATE TABLE integrity_note (
    id            uuid PRIMARY KEY,
    finding_id    uuid REFERENCES integrity_finding,
    centre_id     uuid REFERENCES centre,
    words         text NOT NULL CHECK (length(words) BETWEEN 5 AND 1000),
    noted_by      text NOT NULL,
    noted_at      timestamptz NOT NULL,
    CHECK (num_nonnulls(finding_id, centre_id) = 1)
);
CREATE INDEX integrity_note_finding ON integrity_note (finding_id) WHERE finding_id IS NOT NULL;
CREATE INDEX integrity_note_centre ON integrity_note (centre_id) WHERE centre_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON integrity_pending TO chizheng_service;
GRANT SELECT, INSERT ON integrity_run, integrity_finding, integrity_note TO chizheng_service;
