-- Somebody asks for an account and has not proved anything yet. Goes when the account is opened, or when its time is over.
CREATE TABLE account_opening (
    id            uuid PRIMARY KEY,
    token_index   bytea NOT NULL UNIQUE,                 -- of what the browser holds
    name_sealed   bytea NOT NULL,
    number_sealed bytea NOT NULL,
    phone_sealed  bytea NOT NULL,                        -- as typed
    lang          text  NOT NULL CHECK (lang IN ('zh', 'en')),
    asked_at      timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    tries         int NOT NULL DEFAULT 0 CHECK (tries >= 0),
    decided_at    timestamptz,                           -- when it was settled where the code goes, after the answer to whoever asked
    way           text CHECK (way IN ('TYPED', 'RECORD', 'NONE')),
    person_id     uuid REFERENCES person,                -- whose number on record it went to
    code_index    bytea,                                 -- of the code, also where it was sent to nobody
    CHECK (num_nonnulls(decided_at, way, code_index) IN (0, 3)),
    CHECK ((person_id IS NOT NULL) = (way IS NOT NULL AND way = 'RECORD'))
);
CREATE INDEX account_opening_fresh ON account_opening (asked_at) WHERE decided_at IS NULL;
CREATE INDEX account_opening_over ON account_opening (expires_at);
CREATE INDEX account_opening_person ON account_opening (person_id) WHERE person_id IS NOT NULL;
GRANT SELECT, INSERT, DELETE ON account_opening TO chizheng_service;
GRANT UPDATE (tries, decided_at, way, person_id, code_index) ON account_opening TO chizheng_service;

-- How often was asked, by keyed index of address, telephone number and document number; for a day at most.
CREATE TABLE account_meter (
    meter         bytea PRIMARY KEY,
    since         timestamptz NOT NULL,
    asked         int NOT NULL
);
CREATE INDEX account_meter_old ON account_meter (since);
GRANT SELECT, INSERT, UPDATE, DELETE ON account_meter TO chizheng_service;
