-- The papers of a session are drawn together, as parallel forms, by a draw that anybody can repeat from the public record once its secret is revealed. Batches drawn
-- before keep the rules that they were drawn by, and so do those of a replica of the release before, which does not name them.
ALTER TABLE paper_batch
    ADD COLUMN rules       text NOT NULL DEFAULT 'stratified-1',
    ADD COLUMN cut         int,
    ADD COLUMN salt_sealed bytea,
    ADD COLUMN revealed_at timestamptz;

-- chance: of a candidate at the cut, in millionths; card: salted digest of the revision, by which it stands in the public record.
ALTER TABLE paper_batch_pool
    ADD COLUMN chance int CHECK (chance BETWEEN 0 AND 1000000),
    ADD COLUMN card   text;

-- form: digest of items, order and options without their words; expected: points of a candidate at the cut, in millionths; information: at the cut, in thousandths per square logit.
ALTER TABLE paper
    ADD COLUMN form        text,
    ADD COLUMN expected    bigint,
    ADD COLUMN information bigint;

GRANT UPDATE (revealed_at) ON paper_batch TO chizheng_service;
