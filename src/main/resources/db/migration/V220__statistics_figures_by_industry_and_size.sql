-- Cities by industry and size of enterprise, beside the sums of V200: one more sum for each requirement, in which both are kept, so that a change touches one row more and not two.
-- In figure_cell both are null where it is not taken by them, and '' where the enterprise has not reported them.
ALTER TABLE figure_cell ADD COLUMN industry text, ADD COLUMN size text CHECK (size IN ('', 'LARGE', 'MEDIUM', 'SMALL', 'MICRO')),
    DROP CONSTRAINT figure_cell_region_zone_qualification_high_risk_key,
    ADD CONSTRAINT figure_cell_key UNIQUE NULLS NOT DISTINCT (region, zone, qualification, high_risk, industry, size);

-- The sum by industry and size that a stretch counts in. Stretches that are kept so far have none, and nobody adds such any more.
ALTER TABLE figure_interval_0 ADD COLUMN group_cell int, ADD CONSTRAINT figure_interval_0_group CHECK (group_cell IS NOT NULL) NOT VALID;
ALTER TABLE figure_interval_1 ADD COLUMN group_cell int, ADD CONSTRAINT figure_interval_1_group CHECK (group_cell IS NOT NULL) NOT VALID;

-- Whether the set that is read has these sums; it has after the next rebuild, and until then they are counted by fitness_on.
ALTER TABLE figure_state ADD COLUMN grouped boolean NOT NULL DEFAULT false;
INSERT INTO figure_pending (person_id) VALUES (NULL);

-- Pages say so while everybody waits.
CREATE INDEX figure_pending_everybody ON figure_pending (id) WHERE num_nonnulls(person_id, post_id, enterprise_id) = 0;
