-- What a practical 实操 can consist of: one revision holds all parts and tasks of a qualification. A changed file becomes a new revision; none is ever changed or removed.
CREATE TABLE practical_scheme (
    id            uuid PRIMARY KEY,
    qualification text NOT NULL REFERENCES qualification,
    number        int  NOT NULL CHECK (number > 0),
    digest        text NOT NULL,
    mark          text NOT NULL CHECK (mark IN ('SOURCED', 'KNOWN', 'UNCERTAIN', 'DERIVED')),
    source        text NOT NULL,                       -- what parts and weights rest on
    created_at    timestamptz NOT NULL,
    UNIQUE (qualification, number)
);

-- A subject of it, K1 to K4; the weights of a scheme add up to 100 and are the points of each of its tasks.
CREATE TABLE practical_part (
    scheme_id     uuid NOT NULL REFERENCES practical_scheme,
    code          text NOT NULL,
    zh            text NOT NULL,
    en            text NOT NULL,
    weight        int  NOT NULL CHECK (weight BETWEEN 1 AND 100),
    PRIMARY KEY (scheme_id, code)
);

CREATE TABLE practical_task (
    id            uuid PRIMARY KEY,
    scheme_id     uuid NOT NULL,
    part          text NOT NULL,
    code          text NOT NULL,
    zh            text NOT NULL,
    en            text NOT NULL,
    mode          text NOT NULL CHECK (mode IN ('REAL', 'SIMULATED', 'ORAL')),
    minutes       int  NOT NULL CHECK (minutes > 0),
    UNIQUE (scheme_id, code),
    FOREIGN KEY (scheme_id, part) REFERENCES practical_part
);
CREATE INDEX practical_task_part ON practical_task (scheme_id, part);

-- A step with its points, or a veto item 否决项, which has none and fails the whole practical.
CREATE TABLE practical_step (
    id            uuid PRIMARY KEY,
    task_id       uuid NOT NULL REFERENCES practical_task,
    number        int  NOT NULL CHECK (number > 0),
    zh            text NOT NULL,
    en            text NOT NULL,
    points        int  NOT NULL CHECK (points >= 0),
    veto          boolean NOT NULL,
    UNIQUE (task_id, number),
    CHECK (veto = (points = 0))
);

GRANT SELECT, INSERT ON practical_scheme, practical_part, practical_task, practical_step TO chizheng_service;
