-- Rosters as they came, by file or by program. File and answers name people: sealed, and taken away after a day; what came of each upload stays.
CREATE TABLE roster_upload (
    id             uuid PRIMARY KEY,
    account        text NOT NULL,
    enterprise_id  uuid REFERENCES enterprise,              -- null: rows name their enterprises, an authority's list
    begun_at       timestamptz NOT NULL,
    file_name      text NOT NULL,                           -- empty: from a program
    state          text NOT NULL CHECK (state IN ('WAITING', 'TAKEN', 'DROPPED')),
    taken_at       timestamptz,
    rows           int NOT NULL,
    fresh          int NOT NULL,
    changed        int NOT NULL,
    same           int NOT NULL,
    refused        int NOT NULL,
    people         int NOT NULL,                            -- registered, or to be registered
    file_sealed    bytea,
    answers_sealed bytea
);
CREATE INDEX roster_upload_enterprise ON roster_upload (enterprise_id, begun_at DESC);
CREATE INDEX roster_upload_account ON roster_upload (account, begun_at DESC);
CREATE INDEX roster_upload_kept ON roster_upload (begun_at) WHERE answers_sealed IS NOT NULL;
GRANT SELECT, INSERT ON roster_upload TO chizheng_service;
GRANT UPDATE (state, taken_at, rows, fresh, changed, same, refused, people, file_sealed, answers_sealed) ON roster_upload TO chizheng_service;
