-- Names that a person bore before, with the document of the change. Certificates keep the name that they were issued with.
CREATE TABLE person_former_name (
    id             uuid PRIMARY KEY,
    person_id      uuid NOT NULL REFERENCES person,
    name           text NOT NULL,
    document       text NOT NULL,
    actor          text NOT NULL,
    recorded_at    timestamptz NOT NULL
);
CREATE INDEX person_former_name_of ON person_former_name (person_id);
GRANT SELECT, INSERT ON person_former_name TO chizheng_service;
