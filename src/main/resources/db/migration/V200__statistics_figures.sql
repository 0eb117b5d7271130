-- Holder rate kept as it changes (ADR 30). fitness_on stays the definition; this is what it says of all days at once, of what is known now.

-- Where requirements are counted: at home by county, zone, qualification and class of enterprise; as a sum without what it is taken over (null).
CREATE TABLE figure_cell (
    id            int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    region        text NOT NULL REFERENCES region,
    zone          text REFERENCES region,
    qualification text REFERENCES qualification,
    high_risk     boolean,
    UNIQUE NULLS NOT DISTINCT (region, zone, qualification, high_risk)
);

-- Which of the two sets of tables below is read; the other one is empty, or being filled by a rebuild. rebuilt_at is null until the first one.
CREATE TABLE figure_state (
    one           boolean PRIMARY KEY DEFAULT true CHECK (one),
    generation    int NOT NULL CHECK (generation IN (0, 1)),
    rebuilt_at    timestamptz
);
INSERT INTO figure_state (generation) VALUES (0);

-- Stretches of days on which one requirement of one person on post stands in one way. cover: 0 open, 1 in grace, 2 held. until_day is exclusive, infinity while open.
CREATE TABLE figure_interval_0 (
    person_id     uuid NOT NULL,
    appointment_id uuid NOT NULL,
    enterprise_id uuid NOT NULL,
    cell          int NOT NULL,
    cover         smallint NOT NULL,
    from_day      date NOT NULL,
    until_day     date NOT NULL
);
CREATE TABLE figure_interval_1 (LIKE figure_interval_0 INCLUDING CONSTRAINTS);
CREATE INDEX figure_interval_0_person ON figure_interval_0 (person_id);
CREATE INDEX figure_interval_0_enterprise ON figure_interval_0 (enterprise_id);

-- By how much a sum changes: on one day (grain 0), in one month (1), in one year (2); day is the first of it. What it is on a day is the sum of the years, months
-- and days up to it, at most 11 months and 31 days of them.
CREATE TABLE figure_sum_0 (
    cell          int NOT NULL,
    grain         smallint NOT NULL CHECK (grain BETWEEN 0 AND 2),
    day           date NOT NULL,
    required      int NOT NULL,
    covered       int NOT NULL,
    grace         int NOT NULL,
    CONSTRAINT figure_sum_0_key PRIMARY KEY (cell, grain, day)
);
CREATE TABLE figure_sum_1 (LIKE figure_sum_0 INCLUDING CONSTRAINTS);

-- Whose requirements may stand differently now: of a person, of all at a post or in an enterprise, or of everybody (none named). Rows are only added, so that writers never wait for the sweep.
CREATE TABLE figure_pending (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id     uuid,
    post_id       uuid,
    enterprise_id uuid,
    CHECK (num_nonnulls(person_id, post_id, enterprise_id) <= 1)
);
INSERT INTO figure_pending (person_id) VALUES (NULL);

-- A rebuild fills the set that is not read, without indexes, which come at its end. The service may do this and nothing else to the tables.
CREATE FUNCTION figure_clear(which int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF which NOT IN (0, 1) OR which = (SELECT generation FROM figure_state) THEN
        RAISE EXCEPTION 'set % is being read', which;
    END IF;
    EXECUTE format('TRUNCATE figure_interval_%1$s, figure_sum_%1$s', which);
    EXECUTE format('DROP INDEX IF EXISTS figure_interval_%1$s_person, figure_interval_%1$s_enterprise', which);
    EXECUTE format('ALTER TABLE figure_sum_%1$s DROP CONSTRAINT IF EXISTS figure_sum_%1$s_key', which);
END $$;
CREATE FUNCTION figure_index(which int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET maintenance_work_mem = '256MB' AS $$
BEGIN
    IF which NOT IN (0, 1) OR which = (SELECT generation FROM figure_state) THEN
        RAISE EXCEPTION 'set % is being read', which;
    END IF;
    EXECUTE format('CREATE INDEX figure_interval_%1$s_person ON figure_interval_%1$s (person_id)', which);
    EXECUTE format('CREATE INDEX figure_interval_%1$s_enterprise ON figure_interval_%1$s (enterprise_id)', which);
    EXECUTE format('ALTER TABLE figure_sum_%1$s ADD CONSTRAINT figure_sum_%1$s_key PRIMARY KEY (cell, grain, day)', which);
    EXECUTE format('ANALYZE figure_interval_%1$s, figure_sum_%1$s', which);
END $$;
REVOKE ALL ON FUNCTION figure_clear(int), figure_index(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION figure_clear(int), figure_index(int) TO chizheng_service;
GRANT SELECT, INSERT ON figure_cell TO chizheng_service;
GRANT SELECT, UPDATE ON figure_state TO chizheng_service;
GRANT SELECT, INSERT, DELETE ON figure_interval_0, figure_interval_1, figure_pending TO chizheng_service;
GRANT SELECT, INSERT, UPDATE ON figure_sum_0, figure_sum_1 TO chizheng_service;
