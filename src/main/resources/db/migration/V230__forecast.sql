-- Numbers of the forecast that no text gives, as dated data; the newest that is in force decides. Marks as in policy_term.
CREATE TABLE forecast_term (
    term           text NOT NULL,
    value          int  NOT NULL CHECK (value > 0),
    unit           text NOT NULL,
    in_force_from  date NOT NULL,
    mark           text NOT NULL CHECK (mark IN ('SOURCED', 'KNOWN', 'UNCERTAIN', 'DERIVED')),
    source         text NOT NULL,
    PRIMARY KEY (term, in_force_from)
);
INSERT INTO forecast_term (term, value, unit, in_force_from, mark, source) VALUES
('LEAST_RESULTS', 30, 'results', '2021-01-01', 'UNCERTAIN', '合格率至少按多少条成绩才用于预测，未见规定，暂定'),
('RESULT_MONTHS', 12, 'months', '2021-01-01', 'UNCERTAIN', '合格率按最近多少个整月的已发布成绩计算，未见规定，暂定'),
('TARGET_MONTHS', 3, 'months', '2021-01-01', 'UNCERTAIN', '达到100%的默认期限，未见规定，暂定；页面上可另选');

-- Counted once a day or when somebody asks, of all people on post; only the newest is kept. It says when.
CREATE TABLE forecast_run (
    day            date PRIMARY KEY,
    counted_at     timestamptz NOT NULL,
    results_from   date NOT NULL,
    results_until  date NOT NULL                        -- exclusive
);
-- Released results of these months by qualification and part.
CREATE TABLE forecast_pass (
    day            date NOT NULL REFERENCES forecast_run ON DELETE CASCADE,
    qualification  text NOT NULL REFERENCES qualification,
    part           text NOT NULL CHECK (part IN ('THEORY', 'PRACTICAL')),
    results        bigint NOT NULL CHECK (results > 0),
    passed         bigint NOT NULL CHECK (passed BETWEEN 0 AND results),
    PRIMARY KEY (day, qualification, part)
);
-- How far the requirements have come: each stands at the furthest step that its person has reached. grace: not held, but within the months of grace.
CREATE TABLE forecast_step (
    day            date NOT NULL REFERENCES forecast_run ON DELETE CASCADE,
    city           text NOT NULL REFERENCES region,
    qualification  text NOT NULL REFERENCES qualification,
    step           text NOT NULL CHECK (step IN ('NOTHING', 'APPLIED', 'SAT', 'THEORY', 'PASSED', 'HELD')),
    grace          boolean NOT NULL,
    requirements   bigint NOT NULL CHECK (requirements > 0),
    PRIMARY KEY (day, city, qualification, step, grace)
);
GRANT SELECT ON forecast_term TO chizheng_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON forecast_run, forecast_pass, forecast_step TO chizheng_service;
