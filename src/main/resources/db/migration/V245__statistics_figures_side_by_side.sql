-- A rebuild reads the facts person by person, but what is asked most is an enterprise with all its people: after each change by the work list, and by whoever opens it. Its stretches were
-- on as many pages as it has people. They are taken up as they come, and laid down enterprise by enterprise. What is taken up need not outlive a crash: a rebuild begins again then.
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
CREATE OR REPLACE FUNCTION figure_index(which int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET maintenance_work_mem = '256MB' SET work_mem = '256MB' AS $$
BEGIN
    IF which NOT IN (0, 1) OR which = (SELECT generation FROM figure_state) THEN
        RAISE EXCEPTION 'set % is being read', which;
    END IF;
    EXECUTE format('INSERT INTO figure_interval_%1$s SELECT * FROM figure_filling ORDER BY enterprise_id, person_id', which);
    TRUNCATE figure_filling;
    EXECUTE format('CREATE INDEX figure_interval_%1$s_person ON figure_interval_%1$s USING hash (person_id)', which);
    EXECUTE format('CREATE INDEX figure_interval_%1$s_enterprise ON figure_interval_%1$s USING hash (enterprise_id)', which);
    EXECUTE format('ALTER TABLE figure_sum_%1$s ADD CONSTRAINT figure_sum_%1$s_key PRIMARY KEY (cell, grain, day)', which);
    EXECUTE format('ANALYZE figure_interval_%1$s, figure_sum_%1$s', which);
END $$;

-- Stretches by person and by enterprise, and appointments by person, are asked for equality alone: by hash that touches one page however many there are, while a tree gains a level.
DO $$
DECLARE
    which int := (SELECT generation FROM figure_state);
BEGIN
    EXECUTE format('DROP INDEX IF EXISTS figure_interval_%1$s_person, figure_interval_%1$s_enterprise', which);
    EXECUTE format('CREATE INDEX figure_interval_%1$s_person ON figure_interval_%1$s USING hash (person_id)', which);
    EXECUTE format('CREATE INDEX figure_interval_%1$s_enterprise ON figure_interval_%1$s USING hash (enterprise_id)', which);
END $$;
DROP INDEX appointment_person;
CREATE INDEX appointment_person ON appointment USING hash (person_id);
