-- Which bank an imported item is proposed for, and the code that it got. The rows of a run stay once it is done, so that what was said of each item can be read again;
-- draft: gone by then, since the words are in the bank or were refused.
ALTER TABLE import_item
    ADD COLUMN level text NOT NULL DEFAULT 'PROVINCIAL' CHECK (level IN ('NATIONAL', 'PROVINCIAL')),
    ADD COLUMN code  text REFERENCES item,
    ALTER COLUMN draft DROP NOT NULL,
    DROP CONSTRAINT import_item_outcome_check,
    ADD CONSTRAINT import_item_outcome_check CHECK (outcome IN ('OK', 'CHANGED', 'LOST', 'REFUSED', 'UNTOLD'));

-- made: how many drafts a run has made. codes is written by replicas of the release before only.
ALTER TABLE import_run ADD COLUMN made int NOT NULL DEFAULT 0;
UPDATE import_run SET made = cardinality(codes);
INSERT INTO import_item (run, ordinal, place, reference, outcome, draft, notes, findings, code)
SELECT r.id, n.ordinal, '', '', 'UNTOLD', NULL, '[]', '[]', n.code FROM import_run r, unnest(r.codes) WITH ORDINALITY AS n (code, ordinal) WHERE r.state = 'DONE';

GRANT UPDATE (made) ON import_run TO chizheng_service;
GRANT UPDATE (code, draft) ON import_item TO chizheng_service;
