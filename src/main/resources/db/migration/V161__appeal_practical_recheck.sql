-- A recheck of a practical is about a result of a practical.
ALTER TABLE recheck ADD COLUMN practical_result uuid GENERATED ALWAYS AS (CASE WHEN part = 'PRACTICAL' THEN subject_id END) STORED REFERENCES practical_result;
CREATE INDEX recheck_practical_result ON recheck (practical_result) WHERE practical_result IS NOT NULL;

-- Nothing but a recheck moves a result of a practical; until now nothing could, so there is no entry without one. Its reason is what the second person wrote.
ALTER TABLE practical_result_change ADD COLUMN recheck_id uuid NOT NULL REFERENCES recheck,
    DROP CONSTRAINT practical_result_change_reason_check,
    ADD CONSTRAINT practical_result_change_reason_check CHECK (length(reason) BETWEEN 5 AND 1000);
CREATE INDEX practical_result_change_recheck ON practical_result_change (recheck_id);
