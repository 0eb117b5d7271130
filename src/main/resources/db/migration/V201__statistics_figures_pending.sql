-- Whoever changes a fact that the holder rate is made of leaves word in the same transaction: once for each statement, however many rows it writes.
CREATE FUNCTION figure_touch_persons() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figure_pending (person_id) SELECT DISTINCT person_id FROM changed;
    RETURN NULL;
END $$;
CREATE FUNCTION figure_touch_holders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figure_pending (person_id) SELECT DISTINCT c.person_id FROM changed v JOIN certificate c ON c.id = v.certificate_id;
    RETURN NULL;
END $$;
CREATE FUNCTION figure_touch_posts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figure_pending (post_id) SELECT DISTINCT post_id FROM changed;
    RETURN NULL;
END $$;
CREATE FUNCTION figure_touch_post() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figure_pending (post_id)
    SELECT n.id FROM changed n JOIN before o ON o.id = n.id WHERE (n.enterprise_id, n.department) IS DISTINCT FROM (o.enterprise_id, o.department);
    RETURN NULL;
END $$;
CREATE FUNCTION figure_touch_enterprise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figure_pending (enterprise_id)
    SELECT n.id FROM changed n JOIN before o ON o.id = n.id WHERE (n.region, n.zone, n.high_risk) IS DISTINCT FROM (o.region, o.zone, o.high_risk);
    RETURN NULL;
END $$;
CREATE FUNCTION figure_touch_all() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figure_pending (person_id) VALUES (NULL);
    RETURN NULL;
END $$;
CREATE FUNCTION figure_touch_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figure_pending (person_id) SELECT NULL FROM changed WHERE term IN ('GRACE_MONTHS', 'REVIEW_UNTIL') LIMIT 1;
    RETURN NULL;
END $$;

CREATE TRIGGER figure_insert AFTER INSERT ON appointment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_persons();
CREATE TRIGGER figure_update AFTER UPDATE ON appointment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_persons();
CREATE TRIGGER figure_delete AFTER DELETE ON appointment REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_persons();
CREATE TRIGGER figure_insert AFTER INSERT ON certificate REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_persons();
CREATE TRIGGER figure_update AFTER UPDATE ON certificate REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_persons();
CREATE TRIGGER figure_delete AFTER DELETE ON certificate REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_persons();
CREATE TRIGGER figure_insert AFTER INSERT ON foreign_certificate REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_persons();
CREATE TRIGGER figure_update AFTER UPDATE ON foreign_certificate REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_persons();
CREATE TRIGGER figure_delete AFTER DELETE ON foreign_certificate REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_persons();
CREATE TRIGGER figure_insert AFTER INSERT ON certificate_event REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_holders();
CREATE TRIGGER figure_update AFTER UPDATE ON certificate_event REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_holders();
CREATE TRIGGER figure_delete AFTER DELETE ON certificate_event REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_holders();
CREATE TRIGGER figure_insert AFTER INSERT ON requirement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_posts();
CREATE TRIGGER figure_update AFTER UPDATE ON requirement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_posts();
CREATE TRIGGER figure_delete AFTER DELETE ON requirement REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_posts();
CREATE TRIGGER figure_update AFTER UPDATE ON post REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_post();
CREATE TRIGGER figure_update AFTER UPDATE ON enterprise REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_enterprise();

-- These change by migration or by the owner, rarely, and may move anybody. A new policy says nothing of its own before it has terms.
CREATE TRIGGER figure_change AFTER UPDATE OR DELETE ON policy FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_all();
CREATE TRIGGER figure_insert AFTER INSERT ON policy_term REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_terms();
CREATE TRIGGER figure_update AFTER UPDATE ON policy_term REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_terms();
CREATE TRIGGER figure_delete AFTER DELETE ON policy_term REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_terms();
CREATE TRIGGER figure_change AFTER INSERT OR UPDATE OR DELETE ON qualification_cover FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_all();
CREATE TRIGGER figure_change AFTER INSERT OR UPDATE OR DELETE ON foreign_acceptance FOR EACH STATEMENT EXECUTE FUNCTION figure_touch_all();

-- Whose facts became known after an instant: a figure as it was known then differs from today's by these people alone.
CREATE INDEX appointment_known_from ON appointment (known_from);
CREATE INDEX appointment_known_until ON appointment (known_until) WHERE known_until IS NOT NULL;
CREATE INDEX requirement_known_from ON requirement (known_from);
CREATE INDEX requirement_known_until ON requirement (known_until) WHERE known_until IS NOT NULL;
CREATE INDEX certificate_event_recorded ON certificate_event (recorded_at);
