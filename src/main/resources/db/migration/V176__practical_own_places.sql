-- A candidate takes a place in a day's list and may give it back until some hours before; the row of a place given back stays.
ALTER TABLE practical_candidate
    ADD COLUMN withdrawn_at timestamptz,
    ADD COLUMN withdrawn_by text,
    DROP CONSTRAINT practical_candidate_state_check,
    DROP CONSTRAINT practical_candidate_check,
    DROP CONSTRAINT practical_candidate_started,
    ADD CONSTRAINT practical_candidate_state_check CHECK (state IN ('ADMITTED', 'AT_STATION', 'RUNNING', 'DISPUTED', 'JUDGED', 'ENDED', 'WITHDRAWN')),
    ADD CONSTRAINT practical_candidate_checked_in CHECK (num_nulls(station_id, seed, checked_in_at, checked_in_by) = CASE WHEN state IN ('ADMITTED', 'WITHDRAWN') THEN 4 ELSE 0 END),
    ADD CONSTRAINT practical_candidate_started CHECK (num_nulls(started_at, deadline) IN (0, 2)
        AND (state = 'ENDED' OR (started_at IS NULL) = (state IN ('ADMITTED', 'AT_STATION', 'WITHDRAWN')))),
    ADD CONSTRAINT practical_candidate_withdrawn CHECK (num_nulls(withdrawn_at, withdrawn_by) = CASE state WHEN 'WITHDRAWN' THEN 0 ELSE 2 END);
DROP INDEX practical_candidate_once;
CREATE UNIQUE INDEX practical_candidate_once ON practical_candidate (session_id, person_id) WHERE state NOT IN ('ENDED', 'WITHDRAWN');
CREATE INDEX practical_session_open ON practical_session (qualification, starts_at);
GRANT UPDATE (withdrawn_at, withdrawn_by) ON practical_candidate TO chizheng_service;
