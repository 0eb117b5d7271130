-- A check of many people from a file. File and answers are one sealed value each, since both name people; they go after a day, or when their owner drops them.
CREATE TABLE bulk_run (
    id            uuid PRIMARY KEY,
    account       text NOT NULL,
    begun_at      timestamptz NOT NULL,
    file_name     text NOT NULL,
    excel         boolean NOT NULL,
    rows          int NOT NULL,
    file_sealed   bytea NOT NULL,
    answers_sealed bytea NOT NULL
);
CREATE INDEX bulk_run_account ON bulk_run (account, begun_at DESC);
CREATE INDEX bulk_run_begun ON bulk_run (begun_at);
GRANT SELECT, INSERT, DELETE ON bulk_run TO chizheng_service;

-- Rows that were checked within the running hour. meter: an account, or an enterprise for all of its keys together.
CREATE TABLE bulk_meter (
    meter         text PRIMARY KEY,
    since         timestamptz NOT NULL,
    rows          int NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON bulk_meter TO chizheng_service;

-- Names that were asked for with a number that is not their own, so that nobody finds out a stranger's number by trying: keyed indexes of the name and of both. Kept for the day.
CREATE TABLE bulk_miss (
    meter         text NOT NULL,
    day           date NOT NULL,
    name_index    bytea NOT NULL,
    pair_index    bytea NOT NULL,
    PRIMARY KEY (meter, day, name_index, pair_index)
);
CREATE INDEX bulk_miss_day ON bulk_miss (day);
GRANT SELECT, INSERT, DELETE ON bulk_miss TO chizheng_service;
