-- The place of an assessor who cannot go on is released by the manager, with a reason, so that another one can open it. What was tapped stays; whoever left does not come back to this candidate.
ALTER TABLE practical_sheet ADD COLUMN released_at timestamptz, ADD COLUMN released_by text,
    ADD COLUMN release_reason text CHECK (length(release_reason) BETWEEN 5 AND 500),
    ADD CONSTRAINT practical_sheet_release CHECK (num_nulls(released_at, released_by, release_reason) IN (0, 3)),
    ADD CONSTRAINT practical_sheet_signed_or_released CHECK (released_at IS NULL OR signed_at IS NULL),
    DROP CONSTRAINT practical_sheet_candidate_id_place_key;
CREATE UNIQUE INDEX practical_sheet_place ON practical_sheet (candidate_id, place) WHERE released_at IS NULL;
CREATE FUNCTION practical_sheet_is_released() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'sheet % was released', OLD.id;
END $$;
CREATE TRIGGER practical_sheet_released BEFORE UPDATE OR DELETE ON practical_sheet FOR EACH ROW WHEN (OLD.released_at IS NOT NULL)
    EXECUTE FUNCTION practical_sheet_is_released();
GRANT UPDATE (released_at, released_by, release_reason) ON practical_sheet TO chizheng_service;

-- A practical that was broken off is ENDED: from AT_STATION or RUNNING. Whoever was not to blame may be admitted to the same day again, with a draw of its own.
ALTER TABLE practical_candidate DROP CONSTRAINT practical_candidate_state_check,
    ADD CONSTRAINT practical_candidate_state_check CHECK (state IN ('ADMITTED', 'AT_STATION', 'RUNNING', 'DISPUTED', 'JUDGED', 'ENDED')),
    DROP CONSTRAINT practical_candidate_check1,
    ADD CONSTRAINT practical_candidate_started CHECK (num_nulls(started_at, deadline) IN (0, 2)
        AND (state = 'ENDED' OR (started_at IS NULL) = (state IN ('ADMITTED', 'AT_STATION')))),
    DROP CONSTRAINT practical_candidate_session_id_person_id_key;
CREATE UNIQUE INDEX practical_candidate_once ON practical_candidate (session_id, person_id) WHERE state <> 'ENDED';
CREATE INDEX practical_candidate_session ON practical_candidate (session_id);

-- counts: as a failed attempt; then there is a result of 0 points without assessors, which is released like any other.
CREATE TABLE practical_ending (
    candidate_id  uuid PRIMARY KEY REFERENCES practical_candidate,
    cause         text NOT NULL CHECK (cause IN ('LEFT', 'ILL', 'TECHNICAL')),
    counts        boolean NOT NULL,
    reason        text NOT NULL CHECK (length(reason) BETWEEN 5 AND 500),
    ended_at      timestamptz NOT NULL,
    ended_by      text NOT NULL
);
GRANT SELECT, INSERT ON practical_ending TO chizheng_service;
ALTER TABLE practical_result DROP CONSTRAINT practical_result_assessors_check,
    ADD CONSTRAINT practical_result_assessors_check CHECK (assessors IN (2, 3) OR assessors = 0 AND points = 0 AND NOT vetoed);
