-- Public keys that signed claims in QR codes, status lists or documents. The private ones stand in the configuration. Of each purpose one signs, those before it only check;
-- none is ever deleted, since what it signed is checked for years.
CREATE TABLE signing_key (
    kid           text NOT NULL CHECK (kid ~ '^[0-9a-f]{16}$'),
    purpose       text NOT NULL CHECK (purpose IN ('CLAIM', 'STATUS', 'DOCUMENT')),
    algorithm     text NOT NULL,
    spki          bytea NOT NULL,                          -- X.509 SubjectPublicKeyInfo, DER
    active_from   timestamptz NOT NULL,
    signs_until   timestamptz,                             -- null while it signs
    recorded_by   text NOT NULL,
    PRIMARY KEY (kid, purpose),
    CHECK (signs_until >= active_from)
);
CREATE UNIQUE INDEX signing_key_signs ON signing_key (purpose) WHERE signs_until IS NULL;

-- That others may have a key, whatever it is used for: proposed by one, confirmed by another. That is said here too, so that a mistake of ours fails. Of several that are
-- confirmed the earliest time counts.
CREATE TABLE signing_key_compromise (
    id             uuid PRIMARY KEY,
    kid            text NOT NULL,
    compromised_at timestamptz NOT NULL,
    reason         text NOT NULL,
    proposed_by    text NOT NULL,
    proposed_at    timestamptz NOT NULL,
    decision       text CHECK (decision IN ('CONFIRMED', 'WITHDRAWN')),
    decided_by     text,
    decided_at     timestamptz,
    CHECK ((decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (decided_by IS NULL)),
    CHECK (decision IS DISTINCT FROM 'CONFIRMED' OR decided_by <> proposed_by),
    CHECK (compromised_at <= proposed_at)
);
CREATE UNIQUE INDEX signing_key_compromise_open ON signing_key_compromise (kid) WHERE decision IS NULL;

GRANT SELECT, INSERT ON signing_key, signing_key_compromise TO chizheng_service;
GRANT UPDATE (signs_until) ON signing_key TO chizheng_service;
GRANT UPDATE (decision, decided_by, decided_at) ON signing_key_compromise TO chizheng_service;
