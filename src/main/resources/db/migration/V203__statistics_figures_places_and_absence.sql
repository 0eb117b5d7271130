-- The holder rate as fitness_on has it since V193: who leaves word now, beside those of V201. Where an enterprise stands is said by its facts, no longer by its own row.
DROP TRIGGER figure_update ON enterprise;
DROP FUNCTION figure_touch_enterprise();
CREATE FUNCTION figure_touch_enterprises() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figure_pending (enterprise_id) SELECT DISTINCT enterprise_id FROM changed;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION figure_touch_post() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figure_pending (post_id)
    SELECT n.id FROM changed n JOIN before o ON o.id = n.id WHERE (n.enterprise_id, n.department, n.site_id) IS DISTINCT FROM (o.enterprise_id, o.department, o.site_id);
    RETURN NULL;
END $$;
CREATE FUNCTION figure_touch_passed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figure_pending (person_id) SELECT DISTINCT person_id FROM changed WHERE kind = 'PRACTICAL_PASSED';
    RETURN NULL;
END $$;
CREATE FUNCTION figure_touch_withdrawn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figure_pending (person_id) SELECT DISTINCT d.person_id FROM changed w JOIN record_fact d ON d.id = w.fact_id WHERE d.kind = 'PRACTICAL_PASSED';
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION figure_touch_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figure_pending (person_id)
    SELECT NULL FROM changed WHERE term IN ('GRACE_MONTHS', 'REVIEW_UNTIL', 'COUNTED_WORKERS', 'ABSENCE_MONTHS') LIMIT 1;
    RETURN NULL;
END $$;

CREATE TRIGGER figure_insert AFTER INSERT ON enterprise_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_enterprises();
CREATE TRIGGER figure_update AFTER UPDATE ON enterprise_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_enterprises();
CREATE TRIGGER figure_delete AFTER DELETE ON enterprise_fact REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_enterprises();
-- A new site has no posts yet, and one with posts cannot go.
CREATE TRIGGER figure_update AFTER UPDATE ON site REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_enterprises();
CREATE TRIGGER figure_insert AFTER INSERT ON post_absence REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_persons();
CREATE TRIGGER figure_update AFTER UPDATE ON post_absence REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_persons();
CREATE TRIGGER figure_delete AFTER DELETE ON post_absence REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_persons();
CREATE TRIGGER figure_insert AFTER INSERT ON reconfirmation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_persons();
CREATE TRIGGER figure_update AFTER UPDATE ON reconfirmation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_persons();
CREATE TRIGGER figure_delete AFTER DELETE ON reconfirmation REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_persons();
CREATE TRIGGER figure_insert AFTER INSERT ON record_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_passed();
CREATE TRIGGER figure_update AFTER UPDATE ON record_fact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_passed();
CREATE TRIGGER figure_delete AFTER DELETE ON record_fact REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_passed();
CREATE TRIGGER figure_insert AFTER INSERT ON record_withdrawal REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_withdrawn();
CREATE TRIGGER figure_update AFTER UPDATE ON record_withdrawal REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_withdrawn();
CREATE TRIGGER figure_delete AFTER DELETE ON record_withdrawal REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_withdrawn();

-- Whose facts became known after an instant.
CREATE INDEX enterprise_fact_known_from ON enterprise_fact (known_from);
CREATE INDEX enterprise_fact_known_until ON enterprise_fact (known_until) WHERE known_until IS NOT NULL;
CREATE INDEX post_absence_known_from ON post_absence (known_from);
CREATE INDEX post_absence_known_until ON post_absence (known_until) WHERE known_until IS NOT NULL;
CREATE INDEX reconfirmation_known_from ON reconfirmation (known_from);
CREATE INDEX reconfirmation_known_until ON reconfirmation (known_until) WHERE known_until IS NOT NULL;
CREATE INDEX record_fact_practical ON record_fact (recorded_at) WHERE kind = 'PRACTICAL_PASSED';
CREATE INDEX record_withdrawal_known ON record_withdrawal (withdrawn_at);

-- What is kept so far was counted by other rules.
INSERT INTO figure_pending (person_id) VALUES (NULL);
