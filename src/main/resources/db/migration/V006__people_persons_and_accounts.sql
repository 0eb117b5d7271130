-- *_sealed: AES-256-GCM, key outside the database. *_index: keyed blind index (HMAC-SHA-256), for look-up by equality only.
CREATE TABLE person (
    id              uuid PRIMARY KEY,
    id_type         text  NOT NULL,
    id_number_index bytea NOT NULL,
    id_number_sealed bytea NOT NULL,
    name            text  NOT NULL,
    sex             text  NOT NULL CHECK (sex IN ('MALE', 'FEMALE')),
    birth_date      date  NOT NULL,
    phone_sealed    bytea,
    photo_sealed    bytea,
    created_at      timestamptz NOT NULL,
    version         int NOT NULL DEFAULT 0,
    UNIQUE (id_type, id_number_index)
);

CREATE TABLE account (
    id              uuid PRIMARY KEY,
    username        text NOT NULL UNIQUE,
    password_hash   text NOT NULL,
    display_zh      text NOT NULL,
    display_en      text NOT NULL,
    person_id       uuid REFERENCES person,
    active          boolean NOT NULL DEFAULT true,
    created_at      timestamptz NOT NULL,
    version         int NOT NULL DEFAULT 0
);
CREATE INDEX account_person ON account (person_id);

-- A grant is a role within one scope: a region with all below it, a centre, or an enterprise.
CREATE TABLE role_grant (
    id              uuid PRIMARY KEY,
    account_id      uuid NOT NULL REFERENCES account,
    role            text NOT NULL,
    region          text REFERENCES region,
    centre_id       uuid,
    enterprise_id   uuid,
    CHECK (num_nonnulls(region, centre_id, enterprise_id) <= 1)
);
CREATE INDEX role_grant_account ON role_grant (account_id);

-- Failed sign-ins per keyed name, to slow down guessing; shared by all replicas.
CREATE TABLE sign_in_failure (
    name_index      bytea PRIMARY KEY,
    failures        int NOT NULL,
    last_at         timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON person, account TO chizheng_service;
GRANT SELECT, INSERT, DELETE ON role_grant TO chizheng_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_failure TO chizheng_service;
