-- Training tests of people at enterprises of high risk, counted as of a day and kept: by city, those on post and those newly hired apart.
CREATE TABLE goal_pass_day (
    day        date   NOT NULL,
    city       text   NOT NULL REFERENCES region,
    newly      boolean NOT NULL,
    required   bigint NOT NULL,
    passed     bigint NOT NULL CHECK (passed BETWEEN 0 AND required),
    PRIMARY KEY (day, city, newly)
);
CREATE TABLE goal_pass_run (
    day        date PRIMARY KEY,
    hire_months int NOT NULL,
    pass_months int NOT NULL,
    counted_at timestamptz NOT NULL
);
CREATE INDEX training_record_passed ON training_record (person_id, ended_on) WHERE passed;
GRANT SELECT, INSERT, UPDATE, DELETE ON goal_pass_day, goal_pass_run TO chizheng_service;
