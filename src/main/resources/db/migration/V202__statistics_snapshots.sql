-- Figures as they were published: frozen, with their digest and the service's signature over it. Nothing here is ever changed.
CREATE TABLE figure_snapshot (
    as_of         date PRIMARY KEY,
    known_at      timestamptz NOT NULL,
    taken_at      timestamptz NOT NULL,
    body          text NOT NULL,                           -- canonical JSON: rows in the order of their codes, no blanks
    digest        text NOT NULL,                           -- SHA-256 of the body in UTF-8, hexadecimal
    signature     bytea NOT NULL                           -- Ed25519, made as receipts are
);
GRANT SELECT, INSERT ON figure_snapshot TO chizheng_service;
