-- Item analysis keeps sums, so that a session costs what its own sittings cost. Each scored sitting waits here until it is counted, once; the trigger sees to
-- it whichever release scores. Rehearsals have no result, so they never come here.
CREATE TABLE calibration_pending (
    sitting_id    uuid PRIMARY KEY REFERENCES sitting,
    failures      int NOT NULL DEFAULT 0,
    retry_at      timestamptz NOT NULL DEFAULT '-infinity'
);
CREATE INDEX calibration_pending_due ON calibration_pending (retry_at);
INSERT INTO calibration_pending (sitting_id) SELECT sitting_id FROM result ON CONFLICT DO NOTHING;

CREATE FUNCTION calibration_await() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO calibration_pending (sitting_id) VALUES (NEW.sitting_id) ON CONFLICT DO NOTHING;
    RETURN NEW;
END $$;
CREATE TRIGGER result_counts AFTER INSERT ON result FOR EACH ROW EXECUTE FUNCTION calibration_await();

-- A revision that was answered, by a short number.
CREATE TABLE counted_item (
    number        int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    revision_id   uuid NOT NULL UNIQUE REFERENCES item_revision,
    subject       text NOT NULL REFERENCES subject
);
CREATE INDEX counted_item_subject ON counted_item (subject);

-- Keys that were corrected after papers had been frozen with them, the last correction that was applied: the options that are right now, by their texts. Statistics follow the
-- key of today; an item that was credited to everybody keeps its key for them.
CREATE VIEW corrected_key AS
    SELECT DISTINCT ON (revision_id) revision_id, right_texts FROM regrade
    WHERE turn IS NOT NULL AND remedy = 'CORRECTED_KEY' ORDER BY revision_id, turn DESC;

-- One row for each set of options that somebody chose (bit 0: the author's first; 0: left blank), whatever the key: right is who chose exactly the key of today.
-- Of the rest scores (share of the candidate's other items that were right, in hundred-thousandths) sum, squares and candidates by per cent, 0 to 100.
-- 0.5 kB a row: 1.5 kB for a true-false item, 2.5 kB for four options to choose one of, 8 kB at most for four options to choose several of.
CREATE TABLE answer_tally (
    item          int    NOT NULL REFERENCES counted_item,
    chosen        int    NOT NULL CHECK (chosen >= 0),
    times         bigint NOT NULL CHECK (times > 0),
    rest_sum      bigint NOT NULL,
    rest_squares  bigint NOT NULL,
    bins          int[]  NOT NULL CHECK (cardinality(bins) = 101),
    PRIMARY KEY (item, chosen)
) WITH (fillfactor = 70);

-- For the reliability of a subject's scores: candidates and their squared number of right items, by number of items shown.
CREATE TABLE score_tally (
    subject       text   NOT NULL REFERENCES subject,
    shown         int    NOT NULL,
    candidates    bigint NOT NULL,
    squares       bigint NOT NULL,
    PRIMARY KEY (subject, shown)
);

-- Which sittings are counted, and what calibration reads: pairs of counted_item.number and options chosen, four bytes each (0.8 kB for 100 items). Only the newest of a
-- subject keep their answers.
CREATE TABLE counted_sitting (
    sitting_id    uuid PRIMARY KEY REFERENCES sitting,
    session_id    uuid NOT NULL REFERENCES exam_session,
    subject       text NOT NULL REFERENCES subject,
    counted_at    timestamptz NOT NULL,
    answers       bytea
);
CREATE INDEX counted_sitting_kept ON counted_sitting (subject, sitting_id DESC) WHERE answers IS NOT NULL;
CREATE INDEX counted_sitting_session ON counted_sitting (session_id);

-- Calibrations that were asked for, at most one for each subject. Who works on one puts retry_at off; if it dies, another takes it then.
CREATE TABLE calibration_request (
    id            uuid PRIMARY KEY,
    subject       text NOT NULL UNIQUE REFERENCES subject,
    asked_by      text NOT NULL,
    asked_at      timestamptz NOT NULL,
    failures      int NOT NULL DEFAULT 0,
    retry_at      timestamptz NOT NULL DEFAULT '-infinity'
);

CREATE TABLE calibration_run (
    id            uuid PRIMARY KEY,
    subject       text NOT NULL REFERENCES subject,
    asked_by      text NOT NULL,
    at            timestamptz NOT NULL,
    seconds       double precision NOT NULL,
    sittings      int NOT NULL,
    newest        uuid NOT NULL REFERENCES sitting,
    converged     boolean NOT NULL,
    published     int NOT NULL
);
CREATE INDEX calibration_run_subject ON calibration_run (subject, at DESC);

-- Abilities are N(0, 1) among the run's candidates. shift: difficulty against the run before, on that one's scale.
CREATE TABLE item_calibration (
    run_id        uuid NOT NULL REFERENCES calibration_run,
    model         text NOT NULL CHECK (model IN ('RASCH', 'TWO_PL')),
    revision_id   uuid NOT NULL REFERENCES item_revision,
    a             double precision NOT NULL,
    b             double precision NOT NULL,
    a_error       double precision NOT NULL,
    b_error       double precision NOT NULL,
    responses     int NOT NULL,
    infit         double precision NOT NULL,
    outfit        double precision NOT NULL,
    fit_chance    double precision NOT NULL,
    shift_before  double precision,
    shift_after   double precision,
    shift_error   double precision,
    shift_z       double precision,
    PRIMARY KEY (run_id, model, revision_id)
);
CREATE INDEX item_calibration_revision ON item_calibration (revision_id);

-- Measured difficulty as calibration publishes it to the bank. Only rows of one run share a scale, so the newest run of a subject counts, whole; what was drawn
-- before keeps the chances that it was committed with (paper_batch_pool).
CREATE TABLE difficulty_measurement (
    run_id        uuid PRIMARY KEY,
    subject       text NOT NULL REFERENCES subject,
    measured_at   timestamptz NOT NULL
);
CREATE INDEX difficulty_measurement_newest ON difficulty_measurement (subject, measured_at DESC);
CREATE TABLE item_difficulty (
    run_id        uuid NOT NULL REFERENCES difficulty_measurement,
    revision_id   uuid NOT NULL REFERENCES item_revision,
    a             double precision NOT NULL CHECK (a > 0),
    b             double precision NOT NULL,
    error         double precision NOT NULL CHECK (error >= 0),
    responses     int NOT NULL,
    PRIMARY KEY (run_id, revision_id)
);

GRANT SELECT, INSERT, DELETE, UPDATE ON calibration_pending, calibration_request TO chizheng_service;
GRANT SELECT, INSERT ON counted_item, counted_sitting, calibration_run, item_calibration, difficulty_measurement, item_difficulty TO chizheng_service;
GRANT SELECT, INSERT, UPDATE ON answer_tally, score_tally TO chizheng_service;
GRANT SELECT ON corrected_key TO chizheng_service;
GRANT UPDATE (answers) ON counted_sitting TO chizheng_service;
