-- A practical that was broken off by mistake is taken back by a second person, with a reason, before its result is released. The row stays; a practical may be broken off once more.
ALTER TABLE practical_ending
    ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
    ADD COLUMN ended_person uuid REFERENCES person,
    ADD COLUMN undone_at timestamptz,
    ADD COLUMN undone_by text,
    ADD COLUMN undone_person uuid REFERENCES person,
    ADD COLUMN undo_reason text CHECK (length(undo_reason) BETWEEN 5 AND 500),
    DROP CONSTRAINT practical_ending_pkey,
    ADD PRIMARY KEY (id),
    ADD CONSTRAINT practical_ending_undone CHECK (num_nulls(undone_at, undone_by, undo_reason) IN (0, 3)),
    ADD CONSTRAINT practical_ending_undone_by_another CHECK (undone_by <> ended_by AND undone_person <> ended_person);
CREATE UNIQUE INDEX practical_ending_standing ON practical_ending (candidate_id) WHERE undone_at IS NULL;
CREATE INDEX practical_ending_candidate ON practical_ending (candidate_id);
CREATE INDEX practical_ending_person ON practical_ending (ended_person) WHERE ended_person IS NOT NULL;
CREATE INDEX practical_ending_undone_person ON practical_ending (undone_person) WHERE undone_person IS NOT NULL;
GRANT UPDATE (undone_at, undone_by, undone_person, undo_reason) ON practical_ending TO chizheng_service;

-- The result of 0 points goes with it, unless it is released or something else rests on it; the service itself may delete no result.
CREATE FUNCTION practical_ending_is_taken_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    IF OLD.undone_at IS NOT NULL THEN
        RAISE EXCEPTION 'practical ending % was taken back', OLD.id;
    END IF;
    DELETE FROM public.practical_result WHERE candidate_id = OLD.candidate_id AND assessors = 0 AND released_at IS NULL;
    IF OLD.counts AND NOT FOUND THEN
        RAISE EXCEPTION 'practical ending % has no result that can be taken back', OLD.id;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER practical_ending_taken_back BEFORE UPDATE ON practical_ending FOR EACH ROW EXECUTE FUNCTION practical_ending_is_taken_back();
