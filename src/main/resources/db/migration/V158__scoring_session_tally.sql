-- What the released results of a session add up to: one small row each, so that figures of centres, rooms and qualifications are sums of a few rows and no sitting is read
-- for a page. A session is counted when it is released and again when a released result of it moves; the triggers see to it whichever act does that.
CREATE TABLE session_tally (
    session_id      uuid PRIMARY KEY REFERENCES exam_session,
    candidates      int    NOT NULL CHECK (candidates >= 0),
    present         int    NOT NULL CHECK (present BETWEEN 0 AND candidates),
    scored          int    NOT NULL CHECK (scored >= 0),
    passed          int    NOT NULL CHECK (passed BETWEEN 0 AND scored),
    points          bigint NOT NULL,
    squares         bigint NOT NULL,
    timed           int    NOT NULL CHECK (timed >= 0),
    seconds         bigint NOT NULL,
    second_squares  bigint NOT NULL,
    counted_at      timestamptz NOT NULL
);
COMMENT ON COLUMN session_tally.present IS 'checked in';
COMMENT ON COLUMN session_tally.scored IS 'with a released result; points and squares are sums over these';
COMMENT ON COLUMN session_tally.timed IS 'closed sittings; seconds from begin to hand-in, pauses included, are summed over these';
CREATE TABLE session_tally_pending (
    session_id      uuid PRIMARY KEY REFERENCES exam_session,
    failures        int NOT NULL DEFAULT 0,
    retry_at        timestamptz NOT NULL DEFAULT '-infinity'
);
CREATE INDEX session_tally_pending_due ON session_tally_pending (retry_at);
INSERT INTO session_tally_pending (session_id) SELECT id FROM exam_session WHERE released_at IS NOT NULL AND NOT rehearsal;

CREATE FUNCTION session_released() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO session_tally_pending (session_id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
    RETURN NEW;
END $$;
CREATE TRIGGER session_counts AFTER UPDATE OF released_at ON exam_session FOR EACH ROW
    WHEN (NEW.released_at IS NOT NULL AND NOT NEW.rehearsal) EXECUTE FUNCTION session_released();
CREATE FUNCTION result_recounts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO session_tally_pending (session_id) SELECT session_id FROM result WHERE id = NEW.result_id AND released_at IS NOT NULL ON CONFLICT DO NOTHING;
    RETURN NEW;
END $$;
CREATE TRIGGER result_change_recounts AFTER INSERT ON result_change FOR EACH ROW EXECUTE FUNCTION result_recounts();

-- By time; by place see V102.
CREATE INDEX exam_session_starts ON exam_session (starts_at) WHERE NOT rehearsal;
GRANT SELECT, INSERT, UPDATE ON session_tally TO chizheng_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON session_tally_pending TO chizheng_service;
