-- Keys by which an enterprise's own programs ask. 256 random bits are behind each, so one SHA-256 hides it well enough; the key itself is shown once.
CREATE TABLE access_key (
    id            uuid PRIMARY KEY,
    enterprise_id uuid NOT NULL REFERENCES enterprise,
    label         text NOT NULL,
    key_hash      bytea NOT NULL UNIQUE,
    made_by       text NOT NULL,
    made_at       timestamptz NOT NULL,
    last_used_on  date,
    withdrawn_at  timestamptz,
    withdrawn_by  text,
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
);
CREATE INDEX access_key_enterprise ON access_key (enterprise_id, made_at DESC);
GRANT SELECT, INSERT ON access_key TO chizheng_service;
GRANT UPDATE (last_used_on, withdrawn_at, withdrawn_by) ON access_key TO chizheng_service;
