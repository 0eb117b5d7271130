-- Every act on a sitting is an entry of its one log: begun, opened by a page, answered, noted, paused, resumed, extended, closed. Two replicas that append at
-- once meet at the primary key: the second one sees that its picture is old, reads again and decides anew. So the log is the lock, and an answer writes one row.
ALTER TABLE response_event ADD COLUMN kind text NOT NULL DEFAULT 'ANSWERED'
    CHECK (kind IN ('BEGUN', 'OPENED', 'ANSWERED', 'NOTED', 'PAUSED', 'RESUMED', 'EXTENDED', 'CLOSED'));
ALTER TABLE response_event ALTER COLUMN kind DROP DEFAULT;
-- A repeat is recognised within the sitting's own rows, which stand together in the primary key; a second index would double the cost of an answer.
ALTER TABLE response_event DROP CONSTRAINT response_event_sitting_id_sequence_key;
-- sequence is 0 for entries that no page numbers; item is 0 where there is none; answer then holds the entry's own word (page, minutes, reason).

-- Written when the sitting is closed; until then the log itself says how far it goes.
ALTER TABLE sitting ADD COLUMN held_at timestamptz;
ALTER TABLE sitting DROP COLUMN last_seen_at;

-- When each sitting was last heard of: batches of a second or two, not one write per sign of life. A gap is what may be credited after staff approval.
CREATE TABLE sitting_presence (
    sitting_id    uuid PRIMARY KEY REFERENCES sitting,
    last_seen_at  timestamptz NOT NULL
) WITH (fillfactor = 70);
CREATE TABLE sitting_gap (
    sitting_id    uuid NOT NULL REFERENCES sitting,
    from_at       timestamptz NOT NULL,
    until_at      timestamptz NOT NULL,
    PRIMARY KEY (sitting_id, from_at)
);
GRANT SELECT, INSERT, UPDATE ON sitting_presence TO chizheng_service;
GRANT SELECT, INSERT ON sitting_gap TO chizheng_service;
