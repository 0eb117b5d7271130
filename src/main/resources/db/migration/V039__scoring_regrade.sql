-- A key found wrong after papers were frozen with it: the frozen key stays as it is, corrections are laid over it, and results move with their history.

-- places[n]: the place in the batch's pool of the item that stands at number n of the paper. One small column instead of a row for each item of each paper: who looks
-- for the papers of a revision comes from the pools that hold it (a few hundred bytes read for each paper of those sessions, bodies untouched), and freezing stays cheap.
-- Measured on 30,000 papers of 90 items from pools of 500: 11 MB, and 234 pages read for one revision by the index (1,887 by the plan that was chosen unasked), against 274 MB and 1,600 pages with a row for each item.
ALTER TABLE paper ADD COLUMN places int[];
CREATE INDEX paper_batch_pool_revision ON paper_batch_pool (revision_id);
CREATE INDEX exam_session_batch ON exam_session (batch_id);

-- A question by its words: what a paper shows of it, in whatever order of options.
CREATE FUNCTION question_words(type text, stem text, figure text, options jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT md5(concat_ws(E'\n', type, stem, coalesce(figure, '-'),
        (SELECT string_agg(o ->> 'text', E'\n' ORDER BY o ->> 'text' COLLATE "C") FROM jsonb_array_elements(options) o)))
$$;

REVOKE ALL ON FUNCTION question_words(text, text, text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION question_words(text, text, text, jsonb) TO chizheng_service;

-- Papers frozen before do not say which revisions they hold; their words and the pool of their batch do. Two items of one pool in the same words are one question here.
WITH words AS MATERIALIZED (SELECT id, question_words(type, stem, figure, options) AS words FROM item_revision),
     pooled AS MATERIALIZED (SELECT p.batch_id, w.words, min(p.ordinal) AS ordinal FROM paper_batch_pool p JOIN words w ON w.id = p.revision_id GROUP BY p.batch_id, w.words),
     shown AS (
         SELECT x.id, x.batch_id, i.no, question_words(i.item ->> 'section', i.item ->> 'stem', i.item -> 'figure' ->> 'digest', i.item -> 'options') AS words
         FROM paper x CROSS JOIN LATERAL jsonb_array_elements(x.body::jsonb -> 'items') WITH ORDINALITY i (item, no)),
     found AS (
         SELECT s.id, array_agg(p.ordinal ORDER BY s.no) AS places
         FROM shown s LEFT JOIN pooled p ON p.batch_id = s.batch_id AND p.words = s.words GROUP BY s.id)
UPDATE paper x SET places = found.places FROM found WHERE found.id = x.id;

-- A replica of the release before freezes papers without places.
CREATE FUNCTION paper_finds_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT array_agg(p.ordinal ORDER BY i.no) INTO NEW.places
    FROM jsonb_array_elements(NEW.body::jsonb -> 'items') WITH ORDINALITY i (item, no)
    LEFT JOIN LATERAL (
        SELECT min(b.ordinal) AS ordinal FROM paper_batch_pool b JOIN item_revision r ON r.id = b.revision_id
        WHERE b.batch_id = NEW.batch_id AND r.stem = i.item ->> 'stem' AND question_words(r.type, r.stem, r.figure, r.options)
            = question_words(i.item ->> 'section', i.item ->> 'stem', i.item -> 'figure' ->> 'digest', i.item -> 'options')) p ON true;
    RETURN NEW;
END $$;
CREATE TRIGGER paper_places BEFORE INSERT ON paper FOR EACH ROW WHEN (NEW.places IS NULL) EXECUTE FUNCTION paper_finds_places();

-- …_by and signer name the account as the audit log does. turn: the order in which regrades were applied; of two for one revision the later wins. right_texts: the options that are right now, by their texts.
CREATE TABLE regrade (
    id            uuid PRIMARY KEY,
    revision_id   uuid NOT NULL REFERENCES item_revision,
    remedy        text NOT NULL CHECK (remedy IN ('CORRECTED_KEY', 'CREDIT_ALL')),
    right_texts   jsonb,
    effect        text NOT NULL CHECK (effect IN ('HOLD_HARMLESS', 'FULL')),
    reason        text NOT NULL CHECK (length(reason) BETWEEN 5 AND 500),
    source        text NOT NULL CHECK (length(source) BETWEEN 5 AND 500),
    opened_by     text NOT NULL,
    opened_at     timestamptz NOT NULL,
    withdrawn_by  text,
    withdrawn_at  timestamptz,
    turn          int UNIQUE,
    applied_by    text,
    applied_at    timestamptz,
    applied_run   uuid,
    CHECK ((remedy = 'CORRECTED_KEY') = (right_texts IS NOT NULL)),
    CHECK (num_nulls(turn, applied_by, applied_at, applied_run) IN (0, 4)),
    CHECK (num_nulls(withdrawn_by, withdrawn_at) IN (0, 2)),
    CHECK (applied_at IS NULL OR withdrawn_at IS NULL)
);
CREATE UNIQUE INDEX regrade_open ON regrade (revision_id) WHERE applied_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX regrade_applied ON regrade (revision_id) WHERE turn IS NOT NULL;
CREATE INDEX regrade_newest ON regrade (opened_at);

-- A dry run, and the results it would move. digest: over every result concerned, moved or not; what is signed is this.
CREATE TABLE regrade_run (
    id            uuid PRIMARY KEY,
    regrade_id    uuid NOT NULL REFERENCES regrade,
    number        int  NOT NULL,
    run_by        text NOT NULL,
    run_at        timestamptz NOT NULL,
    digest        text NOT NULL,
    unscored      int  NOT NULL,
    unchanged     int  NOT NULL,
    up            int  NOT NULL,
    down          int  NOT NULL,
    to_pass       int  NOT NULL,
    to_fail       int  NOT NULL,
    UNIQUE (regrade_id, number)
);
ALTER TABLE regrade ADD FOREIGN KEY (applied_run) REFERENCES regrade_run;

CREATE TABLE regrade_line (
    run_id        uuid NOT NULL REFERENCES regrade_run,
    result_id     uuid NOT NULL REFERENCES result,
    released      boolean NOT NULL,
    old_raw       int NOT NULL,
    new_raw       int NOT NULL,
    old_passed    boolean NOT NULL,
    new_passed    boolean NOT NULL,
    PRIMARY KEY (run_id, result_id)
);
CREATE INDEX regrade_line_verdict ON regrade_line (run_id) WHERE old_passed <> new_passed;

-- Two people, and never the same one twice.
CREATE TABLE regrade_signature (
    run_id        uuid NOT NULL REFERENCES regrade_run,
    place         int  NOT NULL CHECK (place IN (1, 2)),
    signer        text NOT NULL,
    signed_at     timestamptz NOT NULL,
    PRIMARY KEY (run_id, place),
    UNIQUE (run_id, signer)
);

-- How results moved. The service may not change a score: it adds an entry here, and the entry moves the result, once for each regrade.
CREATE TABLE result_change (
    id            uuid PRIMARY KEY,
    result_id     uuid NOT NULL REFERENCES result,
    regrade_id    uuid NOT NULL REFERENCES regrade,
    released      boolean NOT NULL,
    old_raw       int NOT NULL,
    new_raw       int NOT NULL,
    old_passed    boolean NOT NULL,
    new_passed    boolean NOT NULL,
    old_chapters  text NOT NULL,
    new_chapters  text NOT NULL,
    changed_at    timestamptz NOT NULL,
    UNIQUE (result_id, regrade_id)
);
CREATE INDEX result_change_regrade ON result_change (regrade_id);
CREATE INDEX result_change_lost ON result_change (result_id) WHERE released AND old_passed AND NOT new_passed;

CREATE FUNCTION result_moves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    UPDATE public.result SET raw = NEW.new_raw, passed = NEW.new_passed, chapters = NEW.new_chapters
    WHERE id = NEW.result_id AND raw = NEW.old_raw AND passed = NEW.old_passed AND chapters = NEW.old_chapters;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'result % is not what its change says it was', NEW.result_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER result_change_moves AFTER INSERT ON result_change FOR EACH ROW EXECUTE FUNCTION result_moves();

-- A fact of the record that no longer counts, with what took it back; the fact itself stays.
CREATE TABLE record_withdrawal (
    fact_id       uuid PRIMARY KEY REFERENCES record_fact,
    because       uuid NOT NULL,
    withdrawn_at  timestamptz NOT NULL
);

GRANT SELECT, INSERT ON regrade, regrade_run, regrade_line, regrade_signature, result_change, record_withdrawal TO chizheng_service;
GRANT UPDATE (withdrawn_by, withdrawn_at, turn, applied_by, applied_at, applied_run) ON regrade TO chizheng_service;
