-- Monthly reports 月报: bytes as they were made, never made anew. A correction is another version that names the one before it. facts: what the tables hold, as JSON.
CREATE TABLE monthly_report (
    id           uuid PRIMARY KEY,
    region       text NOT NULL REFERENCES region,
    month        date NOT NULL CHECK (extract(day FROM month) = 1),
    version      int  NOT NULL CHECK (version >= 1),
    replaces     uuid UNIQUE REFERENCES monthly_report,
    reason       text NOT NULL DEFAULT '',
    facts        text NOT NULL,
    facts_digest text NOT NULL,
    pdf          bytea NOT NULL,
    pdf_digest   text NOT NULL,
    signature    bytea NOT NULL,
    made_at      timestamptz NOT NULL,
    made_by      text NOT NULL,
    UNIQUE (region, month, version),
    CHECK ((version = 1) = (replaces IS NULL)),
    CHECK (version = 1 OR reason <> '')
);
GRANT SELECT, INSERT ON monthly_report TO chizheng_service;
