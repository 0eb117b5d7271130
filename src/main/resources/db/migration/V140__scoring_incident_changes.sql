-- A result moves by a regrade, or by a decision on an incident. Other causes may come: a row names at most one of these two.
ALTER TABLE result_change ALTER COLUMN regrade_id DROP NOT NULL,
    ADD COLUMN decision_id uuid REFERENCES incident_decision,
    ADD UNIQUE (result_id, decision_id),
    ADD CONSTRAINT result_change_one_cause CHECK (num_nonnulls(regrade_id, decision_id) <= 1);
CREATE INDEX result_change_decision ON result_change (decision_id) WHERE decision_id IS NOT NULL;
