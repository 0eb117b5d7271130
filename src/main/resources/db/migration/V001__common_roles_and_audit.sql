-- The owner runs this file; the service only ever acts as chizheng_service, with what is granted here and below.
-- Nothing issued is deleted: no table that holds an outcome grants DELETE, and append-only tables grant no UPDATE either.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO chizheng_service;

CREATE TABLE audit_entry (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor       text        NOT NULL,
    act         text        NOT NULL,
    subject     text        NOT NULL,
    subject_id  text        NOT NULL,
    details     text        NOT NULL DEFAULT ''
);
CREATE INDEX audit_entry_subject ON audit_entry (subject, subject_id);

-- Entries wait here until the sealer has chained them: the work grows with what is new, not with the log.
CREATE TABLE audit_pending (
    entry_id    bigint PRIMARY KEY REFERENCES audit_entry
);

CREATE TABLE audit_link (
    position    bigint PRIMARY KEY,
    entry_id    bigint NOT NULL UNIQUE REFERENCES audit_entry,
    hash        bytea  NOT NULL CHECK (length(hash) = 32)
);

CREATE TABLE audit_seal (
    position    bigint PRIMARY KEY REFERENCES audit_link,
    at          timestamptz NOT NULL,
    hash        bytea NOT NULL,
    signature   bytea NOT NULL
);

GRANT SELECT, INSERT ON audit_entry, audit_link, audit_seal TO chizheng_service;
GRANT SELECT, INSERT, DELETE ON audit_pending TO chizheng_service;
