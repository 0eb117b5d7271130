-- A rebuild reads the facts person by person, but what is asked most is an enterprise with all its people: after each change by the work list, and by whoever opens it. Its stretches were
-- on as many pages as it has people. They are taken up as they come, and laid down enterprise by enterprise: in the order of a hash, which is quicker to sort by than the number itself.
-- What is taken up need not outlive a crash: a rebuild begins again then.
CREATE UNLOGGED TABLE figure_filling (LIKE figure_interval_0);
GRANT INSERT ON figure_filling TO chizheng_service;

CREATE OR REPLACE FUNCTION figure_clear(which int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF which NOT IN (0, 1) OR which = (SELECT generation FROM figure_state) THEN
        RAISE EXCEPTION 'set % is being read', which;
    END IF;
    EXECUTE format('TRUNCATE figure_filling, figure_interval_%1$s, figure_sum_%1$s', which);
    EXECUTE format('DROP INDEX IF EXISTS figure_interval_%1$s_person, figure_interval_%1$s_enterprise', which);
    EXECUTE format('ALTER TABLE figure_sum_%1$s DROP CONSTRAINT IF EXISTS figure_sum_%1$s_key', which);
END $$;
-- In two halves, that two may be at it at the same time.
CREATE FUNCTION figure_lay(which int, half int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET work_mem = '256MB' AS $$
BEGIN
    IF which NOT IN (0, 1) OR half NOT IN (0, 1) OR which = (SELECT generation FROM figure_state) THEN
        RAISE EXCEPTION 'set % is being read', which;
    END IF;
    EXECUTE format('INSERT INTO figure_interval_%1$s SELECT * FROM figure_filling WHERE (uuid_hash(enterprise_id) < 0) = ($1 = 0) ORDER BY uuid_hash(enterprise_id)', which) USING half;
END $$;
DROP FUNCTION figure_index(int);
CREATE FUNCTION figure_index(which int, what text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET maintenance_work_mem = '256MB' AS $$
BEGIN
    IF which NOT IN (0, 1) OR what NOT IN ('person', 'enterprise', 'sum') OR which = (SELECT generation FROM figure_state) THEN
        RAISE EXCEPTION 'set % is being read', which;
    END IF;
    IF what = 'sum' THEN
        EXECUTE format('ALTER TABLE figure_sum_%1$s ADD CONSTRAINT figure_sum_%1$s_key PRIMARY KEY (cell, grain, day)', which);
        EXECUTE format('ANALYZE figure_sum_%1$s', which);
    ELSE
        EXECUTE format('CREATE INDEX figure_interval_%1$s_%2$s ON figure_interval_%1$s (%2$s_id)', which, what);
    END IF;
END $$;
-- Its last step.
CREATE FUNCTION figure_laid(which int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF which NOT IN (0, 1) OR which = (SELECT generation FROM figure_state) THEN
        RAISE EXCEPTION 'set % is being read', which;
    END IF;
    TRUNCATE figure_filling;
    EXECUTE format('ANALYZE figure_interval_%1$s', which);
END $$;
REVOKE ALL ON FUNCTION figure_lay(int, int), figure_index(int, text), figure_laid(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION figure_lay(int, int), figure_index(int, text), figure_laid(int) TO chizheng_service;

-- Appointments by person are asked for equality alone: by hash that touches one page however many there are, while a tree gains a level (as V223 for certificates).
DROP INDEX appointment_person;
CREATE INDEX appointment_person ON appointment USING hash (person_id);
