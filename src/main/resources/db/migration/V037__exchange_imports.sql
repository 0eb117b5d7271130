-- An import is looked at before it is made: what a file would bring is kept beside the file until its author confirms or drops it, or a day has passed.
-- The run itself stays as the record of who brought what.
CREATE TABLE import_run (
    id          uuid PRIMARY KEY,
    subject     text NOT NULL REFERENCES subject,
    account     text NOT NULL,
    begun_at    timestamptz NOT NULL,
    file_name   text NOT NULL,
    sha256      text NOT NULL,
    format      text NOT NULL,
    state       text NOT NULL CHECK (state IN ('DRY', 'DONE', 'DROPPED')),
    items       int  NOT NULL,
    refused     int  NOT NULL,
    lost        int  NOT NULL,
    changed     int  NOT NULL,
    -- how many items have each kind of note and each finding of the checks
    summary     text NOT NULL,
    ended_at    timestamptz,
    codes       text[] NOT NULL DEFAULT '{}',
    CHECK ((state = 'DRY') = (ended_at IS NULL))
);
CREATE INDEX import_run_subject ON import_run (subject, begun_at DESC);
CREATE INDEX import_run_open ON import_run (begun_at) WHERE state = 'DRY';

CREATE TABLE import_file (
    run         uuid PRIMARY KEY REFERENCES import_run,
    bytes       bytea NOT NULL CHECK (octet_length(bytes) <= 33554432)
);

-- draft, notes, findings: JSON, read by the service only.
CREATE TABLE import_item (
    run         uuid NOT NULL REFERENCES import_run,
    ordinal     int  NOT NULL,
    place       text NOT NULL,
    reference   text NOT NULL,
    outcome     text NOT NULL CHECK (outcome IN ('OK', 'CHANGED', 'LOST', 'REFUSED')),
    draft       text NOT NULL,
    notes       text NOT NULL,
    findings    text NOT NULL,
    PRIMARY KEY (run, ordinal)
);

GRANT SELECT, INSERT ON import_run, import_file, import_item TO chizheng_service;
GRANT UPDATE (state, ended_at, codes) ON import_run TO chizheng_service;
GRANT DELETE ON import_file, import_item TO chizheng_service;
