-- Practice: a person's own learning data, no record of an examination. The person may erase it; nothing else refers to it.
CREATE TABLE practice_round (
    id            uuid PRIMARY KEY,
    person_id     uuid NOT NULL REFERENCES person,
    subject       text NOT NULL REFERENCES subject,
    kind          text NOT NULL CHECK (kind IN ('CHAPTER', 'WRONG', 'MOCK')),
    chapter       text NOT NULL,            -- empty: all chapters
    seed          bytea NOT NULL,           -- orders items and options
    revisions     uuid[] NOT NULL,          -- item revisions in their order; a place is an index into it, from 1
    points        int[] NOT NULL,           -- by place
    started_at    timestamptz NOT NULL,
    deadline      timestamptz,              -- of a mock paper
    ended_at      timestamptz,
    CHECK ((kind = 'MOCK') = (deadline IS NOT NULL)),
    CHECK (cardinality(revisions) = cardinality(points))
);
-- One open round of a kind and chapter, however often and from how many devices it is begun.
CREATE UNIQUE INDEX practice_round_open ON practice_round (person_id, subject, kind, chapter) WHERE ended_at IS NULL;
CREATE INDEX practice_round_person ON practice_round (person_id, subject, kind, chapter, id DESC);

-- What was answered and how it was judged: added, never changed. chosen: bit i is the option shown at place i + 1.
CREATE TABLE practice_answer (
    round_id      uuid NOT NULL REFERENCES practice_round ON DELETE CASCADE,
    place         int NOT NULL CHECK (place > 0),
    chosen        int NOT NULL,
    correct       boolean NOT NULL,
    answered_at   timestamptz NOT NULL,
    PRIMARY KEY (round_id, place)
);

-- The choices of a mock paper before it is handed in; they are judged and become answers then.
CREATE TABLE practice_choice (
    round_id      uuid NOT NULL REFERENCES practice_round ON DELETE CASCADE,
    place         int NOT NULL CHECK (place > 0),
    chosen        int NOT NULL,
    saved_at      timestamptz NOT NULL,
    PRIMARY KEY (round_id, place)
);

-- Where a person stands with an item after the last answer, so that no page reads all answers of the past.
CREATE TABLE practice_standing (
    person_id     uuid NOT NULL REFERENCES person,
    item          text NOT NULL REFERENCES item,
    last_right    boolean NOT NULL,
    right_in_row  int NOT NULL CHECK (right_in_row >= 0),
    in_book       boolean NOT NULL,
    answered_at   timestamptz NOT NULL,
    PRIMARY KEY (person_id, item)
);

CREATE INDEX item_practice ON item (subject) WHERE practice AND NOT retired;

GRANT SELECT, INSERT, DELETE ON practice_round, practice_answer, practice_choice, practice_standing TO chizheng_service;
GRANT UPDATE (ended_at) ON practice_round TO chizheng_service;
GRANT UPDATE ON practice_choice, practice_standing TO chizheng_service;
