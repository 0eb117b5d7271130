CREATE TABLE certificate (
    id            uuid PRIMARY KEY,
    result_id     uuid NOT NULL UNIQUE REFERENCES result,
    person_id     uuid NOT NULL REFERENCES person,
    qualification text NOT NULL REFERENCES qualification,
    policy        text NOT NULL REFERENCES policy,
    code          text NOT NULL UNIQUE,                -- verification code: random, public, in the QR
    number_sealed bytea NOT NULL,                      -- legal number: holds the ID number, printed only
    file_number   text NOT NULL UNIQUE,
    holder_name   text NOT NULL,
    holder_id_masked text NOT NULL,
    issuer_zh     text NOT NULL,
    issuer_en     text NOT NULL,
    first_issued_on date NOT NULL,
    valid_from    date NOT NULL,
    valid_to      date NOT NULL,                       -- last valid day
    issued_at     timestamptz NOT NULL,
    CHECK (valid_to > valid_from)
);
CREATE INDEX certificate_person ON certificate (person_id, qualification);

CREATE TABLE certificate_file (
    certificate_id uuid PRIMARY KEY REFERENCES certificate,
    digest        text NOT NULL,
    pdf_sealed    bytea NOT NULL
);

-- Suspended, revoked, withdrawn …: dated facts with their reason; the newest that is in force decides. Nothing is deleted.
CREATE TABLE certificate_event (
    id            uuid PRIMARY KEY,
    certificate_id uuid NOT NULL REFERENCES certificate,
    kind          text NOT NULL CHECK (kind IN ('SUSPENDED', 'REINSTATED', 'REVOKED')),
    effective_on  date NOT NULL,
    reason        text NOT NULL,
    actor         text NOT NULL,
    recorded_at   timestamptz NOT NULL
);
CREATE INDEX certificate_event_of ON certificate_event (certificate_id);

GRANT SELECT, INSERT ON certificate, certificate_file, certificate_event TO chizheng_service;
