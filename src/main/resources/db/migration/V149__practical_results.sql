CREATE TABLE practical_result (
    id            uuid PRIMARY KEY,
    candidate_id  uuid NOT NULL UNIQUE REFERENCES practical_candidate,
    session_id    uuid NOT NULL REFERENCES practical_session,
    person_id     uuid NOT NULL REFERENCES person,
    qualification text NOT NULL REFERENCES qualification,
    policy        text NOT NULL REFERENCES policy,     -- gave cut score and threshold
    points        numeric(4, 1) NOT NULL CHECK (points BETWEEN 0 AND 100),
    cut           int  NOT NULL,
    vetoed        boolean NOT NULL,                    -- a failed veto item stands
    passed        boolean NOT NULL,
    assessors     int  NOT NULL CHECK (assessors IN (2, 3)),
    judged_at     timestamptz NOT NULL,
    released_at   timestamptz,
    released_by   text,
    CHECK (passed = (points >= cut AND NOT vetoed))
);
CREATE INDEX practical_result_session ON practical_result (session_id);
CREATE INDEX practical_result_person ON practical_result (person_id, qualification);

-- How a result moved by a recheck. The service may not change a result: it adds an entry here, and the entry moves it.
CREATE TABLE practical_result_change (
    id            uuid PRIMARY KEY,
    result_id     uuid NOT NULL REFERENCES practical_result,
    old_points    numeric(4, 1) NOT NULL,
    new_points    numeric(4, 1) NOT NULL,
    old_vetoed    boolean NOT NULL,
    new_vetoed    boolean NOT NULL,
    old_passed    boolean NOT NULL,
    new_passed    boolean NOT NULL,
    reason        text NOT NULL CHECK (length(reason) BETWEEN 5 AND 500),
    changed_at    timestamptz NOT NULL,
    changed_by    text NOT NULL
);
CREATE INDEX practical_result_change_of ON practical_result_change (result_id);
CREATE FUNCTION practical_result_moves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    UPDATE public.practical_result SET points = NEW.new_points, vetoed = NEW.new_vetoed, passed = NEW.new_passed
    WHERE id = NEW.result_id AND points = NEW.old_points AND vetoed = NEW.old_vetoed AND passed = NEW.old_passed;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'practical result % is not what its change says it was', NEW.result_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER practical_result_change_moves AFTER INSERT ON practical_result_change FOR EACH ROW EXECUTE FUNCTION practical_result_moves();

-- Released passes wait here for the certificate.
CREATE TABLE practical_certification_pending (
    practical_result_id uuid PRIMARY KEY REFERENCES practical_result,
    failures      int NOT NULL DEFAULT 0,
    retry_at      timestamptz NOT NULL DEFAULT '-infinity'
);
CREATE INDEX practical_certification_pending_due ON practical_certification_pending (retry_at);

GRANT SELECT, INSERT ON practical_result, practical_result_change TO chizheng_service;
GRANT UPDATE (released_at, released_by) ON practical_result TO chizheng_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON practical_certification_pending TO chizheng_service;

-- A certificate on a theory and a practical names both; theory passed at another authority stands in the record only and has no result here.
ALTER TABLE certificate ADD COLUMN practical_result_id uuid UNIQUE REFERENCES practical_result;
DO $$
DECLARE name text;
BEGIN
    SELECT conname INTO STRICT name FROM pg_constraint
    WHERE conrelid = 'certificate'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%origin%result_id%';
    EXECUTE format('ALTER TABLE certificate DROP CONSTRAINT %I', name);
END $$;
ALTER TABLE certificate ADD CONSTRAINT certificate_origin_result
    CHECK ((origin = 'RESULT') = (num_nonnulls(result_id, practical_result_id) > 0));
