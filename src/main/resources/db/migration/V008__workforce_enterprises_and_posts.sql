CREATE TABLE enterprise (
    id            uuid PRIMARY KEY,
    credit_code   text NOT NULL UNIQUE,
    name          text NOT NULL,
    region        text NOT NULL REFERENCES region,     -- county of the place of production
    zone          text REFERENCES region,              -- functional zone, a filter only
    high_risk     boolean NOT NULL,
    created_at    timestamptz NOT NULL,
    version       int NOT NULL DEFAULT 0
);
CREATE INDEX enterprise_region ON enterprise (region);
CREATE INDEX enterprise_zone ON enterprise (zone);

CREATE TABLE post (
    id            uuid PRIMARY KEY,
    enterprise_id uuid NOT NULL REFERENCES enterprise,
    title         text NOT NULL
);
CREATE INDEX post_enterprise ON post (enterprise_id);

-- Two times: true in the world from valid_from until valid_until (exclusive), known to us from known_from until known_until (exclusive).
-- A correction closes known_until and adds a row, so that what was published can be computed again.
CREATE TABLE requirement (
    id            uuid PRIMARY KEY,
    post_id       uuid NOT NULL REFERENCES post,
    qualification text NOT NULL REFERENCES qualification,
    valid_from    date NOT NULL,
    valid_until   date,
    known_from    timestamptz NOT NULL,
    known_until   timestamptz
);
CREATE INDEX requirement_post ON requirement (post_id);

CREATE TABLE appointment (
    id            uuid PRIMARY KEY,
    person_id     uuid NOT NULL REFERENCES person,
    post_id       uuid NOT NULL REFERENCES post,
    worker_kind   text NOT NULL CHECK (worker_kind IN ('EMPLOYEE', 'DISPATCHED', 'INTERN')),
    valid_from    date NOT NULL,
    valid_until   date,
    known_from    timestamptz NOT NULL,
    known_until   timestamptz
);
CREATE INDEX appointment_post ON appointment (post_id);
CREATE INDEX appointment_person ON appointment (person_id);
-- One person stands at one post once at a time, as far as we know today.
CREATE UNIQUE INDEX appointment_once ON appointment (person_id, post_id) WHERE valid_until IS NULL AND known_until IS NULL;

GRANT SELECT, INSERT, UPDATE ON enterprise TO chizheng_service;
GRANT SELECT, INSERT ON post TO chizheng_service;
GRANT SELECT, INSERT ON requirement, appointment TO chizheng_service;
GRANT UPDATE (known_until) ON requirement, appointment TO chizheng_service;
