CREATE TABLE subject (
    code          text PRIMARY KEY,
    qualification text NOT NULL REFERENCES qualification,
    zh            text NOT NULL,
    en            text NOT NULL,
    licence       text NOT NULL
);

CREATE TABLE chapter (
    subject       text NOT NULL REFERENCES subject,
    code          text NOT NULL,
    zh            text NOT NULL,
    en            text NOT NULL,
    PRIMARY KEY (subject, code)
);

CREATE TABLE item (
    code          text PRIMARY KEY,
    subject       text NOT NULL REFERENCES subject,
    retired       boolean NOT NULL DEFAULT false
);
CREATE INDEX item_subject ON item (subject);

CREATE TABLE figure (
    digest        text PRIMARY KEY,
    media_type    text NOT NULL,
    bytes         bytea NOT NULL
);

-- A revision is immutable; a changed item is a new revision. Options: [{"text": …, "right": true|false}], in the author's order, never sent to a candidate.
CREATE TABLE item_revision (
    id            uuid PRIMARY KEY,
    item          text NOT NULL REFERENCES item,
    number        int  NOT NULL,
    type          text NOT NULL CHECK (type IN ('TRUE_FALSE', 'SINGLE', 'MULTIPLE')),
    chapter       text NOT NULL,
    difficulty    int  NOT NULL CHECK (difficulty BETWEEN 1 AND 3),
    stem          text NOT NULL,
    options       jsonb NOT NULL,
    explanation   text NOT NULL,
    source        text NOT NULL,
    figure        text REFERENCES figure,
    figure_alt    text,
    digest        text NOT NULL,
    approved_by   text NOT NULL,
    created_at    timestamptz NOT NULL,
    UNIQUE (item, number),
    CHECK ((figure IS NULL) = (figure_alt IS NULL))
);

GRANT SELECT, INSERT, UPDATE ON subject, chapter, item TO chizheng_service;
GRANT SELECT, INSERT ON item_revision, figure TO chizheng_service;
