-- Codes of items begin with their subject's prefix; the loader knows it from the files, subjects loaded before have it from their items.
ALTER TABLE subject ADD COLUMN prefix text CHECK (prefix ~ '^[A-Z]{3}$');
UPDATE subject s SET prefix = (SELECT min(split_part(i.code, '-', 1)) FROM item i WHERE i.subject = s.code AND i.code ~ '^[A-Z]{3}-');

-- Highest number given in a series of codes (PREFIX-chapter); its row is locked while numbers are taken, so nobody gets one twice.
CREATE TABLE item_number (
    series        text PRIMARY KEY,
    last          int  NOT NULL CHECK (last > 0)
);

-- keeper: who rules the item. FILES: the loader, as long as nobody acted on it here. AUTHORS: people; the loader leaves it alone.
ALTER TABLE item ADD COLUMN keeper text NOT NULL DEFAULT 'FILES' CHECK (keeper IN ('FILES', 'AUTHORS'));

-- author: account that began the draft, editors: all whose words are in it; author null: came with the files, reviewed outside.
ALTER TABLE item_revision
    ADD COLUMN author  text,
    ADD COLUMN editors text[] NOT NULL DEFAULT '{}',
    ADD CONSTRAINT item_revision_four_eyes CHECK (
        CASE WHEN author IS NULL THEN approved_by = 'starter-bank' ELSE author = ANY (editors) AND approved_by <> ALL (editors) END);

-- The one open draft of an item. base: number of the newest revision when it was last saved, 0 when there was none; level and practice go to the item with the approval.
CREATE TABLE item_draft (
    item            text PRIMARY KEY REFERENCES item,
    version         int  NOT NULL CHECK (version > 0),
    state           text NOT NULL CHECK (state IN ('DRAFT', 'IN_REVIEW')),
    base            int  NOT NULL CHECK (base >= 0),
    author          text NOT NULL,
    editors         text[] NOT NULL,
    type            text NOT NULL CHECK (type IN ('TRUE_FALSE', 'SINGLE', 'MULTIPLE')),
    chapter         text NOT NULL,
    difficulty      int  NOT NULL CHECK (difficulty BETWEEN 1 AND 3),
    stem            text NOT NULL,
    options         jsonb NOT NULL,
    explanation     text NOT NULL,
    source          text NOT NULL,
    figure          text REFERENCES figure,
    figure_alt      text,
    level           text NOT NULL CHECK (level IN ('NATIONAL', 'PROVINCIAL')),
    practice        boolean NOT NULL,
    returned_by     text,
    returned_reason text,
    changed_by      text NOT NULL,
    changed_at      timestamptz NOT NULL,
    CHECK (author = ANY (editors)),
    CHECK ((figure IS NULL) = (figure_alt IS NULL)),
    CHECK ((returned_by IS NULL) = (returned_reason IS NULL))
);
CREATE INDEX item_draft_author ON item_draft (author, changed_at);
CREATE INDEX item_draft_waiting ON item_draft (changed_at) WHERE state = 'IN_REVIEW';

-- What was done to an item, by whom, when; revision: the newest after the act, 0 before the first approval. Never changed.
CREATE TABLE item_event (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    item          text NOT NULL REFERENCES item,
    at            timestamptz NOT NULL,
    actor         text NOT NULL,
    act           text NOT NULL CHECK (act IN ('LOAD', 'CREATE', 'EDIT', 'SUBMIT', 'WITHDRAW', 'DISCARD', 'RETURN', 'APPROVE', 'RETIRE', 'TAKE_BACK', 'CLASSIFY')),
    revision      int  NOT NULL CHECK (revision >= 0),
    reason        text NOT NULL DEFAULT ''
);
CREATE INDEX item_event_item ON item_event (item, id);
INSERT INTO item_event (item, at, actor, act, revision) SELECT item, created_at, approved_by, 'LOAD', number FROM item_revision ORDER BY created_at, item, number;

-- Search. Chinese is written without spaces and its words are mostly of two characters, so texts are indexed by all their single characters and pairs of
-- neighbours; what is found by these is looked at once more for the whole word. Full-width and half-width, upper and lower case are the same.
CREATE FUNCTION item_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT lower(normalize(words, NFKC)) $$;

CREATE FUNCTION item_grams(words text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    WITH letters AS (
        SELECT letter COLLATE "C" AS letter, lead(letter COLLATE "C") OVER (ORDER BY place) AS next
          FROM unnest(string_to_array(item_fold(words), NULL)) WITH ORDINALITY AS l (letter, place))
    SELECT COALESCE(array_agg(DISTINCT gram), '{}') FROM (SELECT letter AS gram FROM letters UNION ALL SELECT letter || next FROM letters WHERE next IS NOT NULL) g
     WHERE gram !~ '\s' $$;

-- Compared by code points, which is quicker and the same on every machine. words: folded code, stem, options, explanation and source; draft: of the open draft, otherwise of the newest approved revision.
CREATE TABLE item_search (
    item          text NOT NULL REFERENCES item,
    draft         boolean NOT NULL,
    words         text NOT NULL,
    grams         text[] COLLATE "C" NOT NULL,
    PRIMARY KEY (item, draft)
);
CREATE INDEX item_search_grams ON item_search USING gin (grams);

CREATE FUNCTION item_said(code text, stem text, options jsonb, explanation text, source text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT item_fold(concat_ws(E'\n', code, stem, (SELECT string_agg(o ->> 'text', E'\n') FROM jsonb_array_elements(options) o), explanation, source)) $$;

INSERT INTO item_search (item, draft, words, grams)
SELECT item, false, said, item_grams(said)
  FROM (SELECT DISTINCT ON (item) item, item_said(item, stem, options, explanation, source) AS said FROM item_revision ORDER BY item, number DESC) newest;

-- In the transaction that changes the text, also when a replica of the release before does; the service itself may only read.
CREATE FUNCTION item_search_keep() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    said text;
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM item_search WHERE item = OLD.item AND draft;
        RETURN NULL;
    END IF;
    said := item_said(NEW.item, NEW.stem, NEW.options, NEW.explanation, NEW.source);
    INSERT INTO item_search (item, draft, words, grams) VALUES (NEW.item, TG_TABLE_NAME = 'item_draft', said, item_grams(said))
    ON CONFLICT (item, draft) DO UPDATE SET words = excluded.words, grams = excluded.grams;
    RETURN NULL;
END $$;
CREATE TRIGGER item_revision_search AFTER INSERT ON item_revision FOR EACH ROW EXECUTE FUNCTION item_search_keep();
CREATE TRIGGER item_draft_search AFTER INSERT OR DELETE OR UPDATE OF stem, options, explanation, source ON item_draft FOR EACH ROW EXECUTE FUNCTION item_search_keep();

-- Uploaded photos may be kept as JPEG.
ALTER TABLE figure
    DROP CONSTRAINT figure_media_type_check,
    ADD CONSTRAINT figure_media_type_check CHECK (media_type IN ('image/svg+xml', 'image/png', 'image/jpeg'));

GRANT SELECT, INSERT, UPDATE ON item_number TO chizheng_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON item_draft TO chizheng_service;
GRANT SELECT, INSERT ON item_event TO chizheng_service;
GRANT SELECT ON item_search TO chizheng_service;
