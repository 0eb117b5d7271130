-- One fact of a person's standing 一人一档 in one qualification. Later stages add rows; nothing is changed or removed.
CREATE TABLE record_fact (
    id            uuid PRIMARY KEY,
    person_id     uuid NOT NULL REFERENCES person,
    qualification text NOT NULL REFERENCES qualification,
    kind          text NOT NULL CHECK (kind IN ('THEORY_PASSED', 'THEORY_FAILED', 'PRACTICAL_PASSED', 'PRACTICAL_FAILED', 'CERTIFICATE_ISSUED', 'BAN')),
    fact_on       date NOT NULL,
    valid_until   date,
    evidence_id   uuid NOT NULL,
    policy        text NOT NULL REFERENCES policy,
    recorded_at   timestamptz NOT NULL,
    UNIQUE (evidence_id, kind)
);
CREATE INDEX record_fact_person ON record_fact (person_id, qualification);
GRANT SELECT, INSERT ON record_fact TO chizheng_service;
