CREATE TABLE blueprint (
    id            uuid PRIMARY KEY,
    code          text NOT NULL,
    number        int  NOT NULL,
    subject       text NOT NULL REFERENCES subject,
    digest        text NOT NULL,
    created_at    timestamptz NOT NULL,
    UNIQUE (code, number)
);

CREATE TABLE blueprint_quota (
    blueprint_id  uuid NOT NULL REFERENCES blueprint,
    type          text NOT NULL,
    chapter       text NOT NULL,
    difficulty    int  NOT NULL,
    items         int  NOT NULL CHECK (items > 0),
    points        int  NOT NULL CHECK (points > 0),
    PRIMARY KEY (blueprint_id, type, chapter, difficulty)
);

-- Papers of one session: the commitment is made before, the public value comes after, the secret is revealed at the end.
CREATE TABLE paper_batch (
    id            uuid PRIMARY KEY,
    blueprint_id  uuid NOT NULL REFERENCES blueprint,
    commitment    text NOT NULL,
    secret_sealed bytea NOT NULL,
    committed_at  timestamptz NOT NULL,
    public_value  text,
    drawn_at      timestamptz
);

-- The pool as it was committed: which revisions the draw may use, in the order the draw sees them.
CREATE TABLE paper_batch_pool (
    batch_id      uuid NOT NULL REFERENCES paper_batch,
    ordinal       int  NOT NULL,
    revision_id   uuid NOT NULL REFERENCES item_revision,
    PRIMARY KEY (batch_id, ordinal)
);

-- body is what the candidate gets, complete and without the key; the key stands in its own table, which delivery never reads.
CREATE TABLE paper (
    id            uuid PRIMARY KEY,
    batch_id      uuid NOT NULL REFERENCES paper_batch,
    ordinal       int  NOT NULL,
    digest        text NOT NULL,
    body          text NOT NULL,
    created_at    timestamptz NOT NULL,
    UNIQUE (batch_id, ordinal)
);

CREATE TABLE paper_key (
    paper_id      uuid PRIMARY KEY REFERENCES paper,
    answers       text NOT NULL
);

GRANT SELECT, INSERT ON blueprint, blueprint_quota, paper_batch_pool, paper, paper_key TO chizheng_service;
GRANT SELECT, INSERT ON paper_batch TO chizheng_service;
GRANT UPDATE (public_value, drawn_at) ON paper_batch TO chizheng_service;
