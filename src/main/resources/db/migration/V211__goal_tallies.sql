-- Whose year has to be counted again; entries are only added and taken away, so that writers of trainings never wait for each other here.
CREATE TABLE goal_training_pending (
    seq       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id uuid NOT NULL,
    year      int  NOT NULL
);
-- A person counts once in a year: by the first training of the year that was passed, in the county of the enterprise, else of the provider.
CREATE TABLE goal_trained (
    year      int  NOT NULL,
    person_id uuid NOT NULL REFERENCES person,
    ended_on  date NOT NULL,
    region    text NOT NULL REFERENCES region,
    PRIMARY KEY (year, person_id)
);
-- Their sums by month and city, moved by the difference with each change.
CREATE TABLE goal_tally (
    year    int    NOT NULL,
    month   int    NOT NULL,
    city    text   NOT NULL REFERENCES region,
    persons bigint NOT NULL,
    PRIMARY KEY (year, month, city)
);

CREATE FUNCTION goal_training_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO goal_training_pending (person_id, year) VALUES (NEW.person_id, extract(year FROM NEW.ended_on)::int);
    IF TG_OP = 'UPDATE' AND (OLD.person_id, OLD.ended_on) IS DISTINCT FROM (NEW.person_id, NEW.ended_on) THEN
        INSERT INTO goal_training_pending (person_id, year) VALUES (OLD.person_id, extract(year FROM OLD.ended_on)::int);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER goal_training_changed AFTER INSERT OR UPDATE ON training_record FOR EACH ROW EXECUTE FUNCTION goal_training_changed();

INSERT INTO goal_training_pending (person_id, year) SELECT DISTINCT person_id, extract(year FROM ended_on)::int FROM training_record;

GRANT SELECT, INSERT, DELETE ON goal_training_pending TO chizheng_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON goal_trained TO chizheng_service;
GRANT SELECT, INSERT, UPDATE ON goal_tally TO chizheng_service;
