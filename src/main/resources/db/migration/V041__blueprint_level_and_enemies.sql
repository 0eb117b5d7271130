-- A quota may ask for items of one bank, the nation's or the province's; empty: of either. Within one type, chapter and difficulty all quotas name a bank or none does.
ALTER TABLE blueprint_quota
    ADD COLUMN level text NOT NULL DEFAULT '' CHECK (level IN ('', 'NATIONAL', 'PROVINCIAL')),
    DROP CONSTRAINT blueprint_quota_pkey,
    ADD PRIMARY KEY (blueprint_id, type, chapter, difficulty, level);

-- As the cell of the blueprint names it, hence empty where the blueprint does not ask.
ALTER TABLE paper_batch_pool ADD COLUMN level text NOT NULL DEFAULT '';

-- Items that must not stand in one paper, since one answers or gives away the other. Lifted, never deleted.
CREATE TABLE item_enemy (
    id         uuid PRIMARY KEY,
    one        text NOT NULL REFERENCES item,
    other      text NOT NULL REFERENCES item,
    reason     text NOT NULL,
    noted_by   text NOT NULL,
    noted_at   timestamptz NOT NULL,
    lifted_by  text,
    lifted_at  timestamptz,
    CHECK (one COLLATE "C" < other COLLATE "C"),
    CHECK ((lifted_by IS NULL) = (lifted_at IS NULL))
);
CREATE UNIQUE INDEX item_enemy_standing ON item_enemy (one, other) WHERE lifted_at IS NULL;
CREATE INDEX item_enemy_other ON item_enemy (other) WHERE lifted_at IS NULL;

-- Enemies by their places in the pool, as they were committed.
CREATE TABLE paper_batch_enemy (
    batch_id   uuid NOT NULL REFERENCES paper_batch,
    one        int  NOT NULL,
    other      int  NOT NULL,
    PRIMARY KEY (batch_id, one, other),
    CHECK (one < other)
);

GRANT SELECT, INSERT ON item_enemy, paper_batch_enemy TO chizheng_service;
GRANT UPDATE (lifted_by, lifted_at) ON item_enemy TO chizheng_service;
