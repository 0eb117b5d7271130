-- One assessor's marks of one candidate. place 1 and 2 mark independently, 3 is called when they differ.
CREATE TABLE practical_sheet (
    id            uuid PRIMARY KEY,
    candidate_id  uuid NOT NULL REFERENCES practical_candidate,
    place         int  NOT NULL CHECK (place BETWEEN 1 AND 3),
    assessor      text NOT NULL,                       -- account
    person_id     uuid REFERENCES person,              -- for whom the account stands, where it is known
    epoch         int  NOT NULL,                       -- grows each time it is opened; only the newest page may write
    opened_at     timestamptz NOT NULL,
    signed_at     timestamptz,
    points        int,
    vetoed        boolean,
    digest        text,                                -- of the marks that were signed
    UNIQUE (candidate_id, place),
    UNIQUE (candidate_id, assessor),
    CHECK (num_nulls(signed_at, points, vetoed, digest) IN (0, 4))
);
CREATE INDEX practical_sheet_assessor ON practical_sheet (assessor);
CREATE INDEX practical_sheet_person ON practical_sheet (person_id);

CREATE FUNCTION practical_sheet_is_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'sheet % is signed', OLD.id;
END $$;
CREATE TRIGGER practical_sheet_signed BEFORE UPDATE ON practical_sheet FOR EACH ROW WHEN (OLD.signed_at IS NOT NULL)
    EXECUTE FUNCTION practical_sheet_is_signed();

-- Every tap as it came, under the page's own number: the last one of a step counts, until the sheet is signed. answer: points given, FAILED for a veto item, empty to take it back.
CREATE TABLE practical_tap (
    sheet_id      uuid NOT NULL REFERENCES practical_sheet,
    sequence      int  NOT NULL CHECK (sequence > 0),
    step_id       uuid NOT NULL REFERENCES practical_step,
    answer        text NOT NULL,
    epoch         int  NOT NULL,
    received_at   timestamptz NOT NULL,
    PRIMARY KEY (sheet_id, sequence)
);
CREATE INDEX practical_tap_step ON practical_tap (step_id);

-- What was signed, step by step. Of a veto item points and deducted are 0.
CREATE TABLE practical_mark (
    sheet_id      uuid NOT NULL REFERENCES practical_sheet,
    step_id       uuid NOT NULL REFERENCES practical_step,
    assessor      text NOT NULL,
    points        int  NOT NULL CHECK (points >= 0),
    deducted      int  NOT NULL CHECK (deducted >= 0),
    failed        boolean NOT NULL,                    -- a veto item that was met
    PRIMARY KEY (sheet_id, step_id)
);
CREATE INDEX practical_mark_step ON practical_mark (step_id);
CREATE INDEX practical_mark_assessor ON practical_mark (assessor);

-- Evidence, under seal.
CREATE TABLE practical_photo (
    id            uuid PRIMARY KEY,
    sheet_id      uuid NOT NULL REFERENCES practical_sheet,
    received_at   timestamptz NOT NULL,
    digest        text NOT NULL,
    photo_sealed  bytea NOT NULL
);
CREATE INDEX practical_photo_sheet ON practical_photo (sheet_id);

GRANT SELECT, INSERT ON practical_sheet, practical_tap, practical_mark, practical_photo TO chizheng_service;
GRANT UPDATE (epoch, signed_at, points, vetoed, digest) ON practical_sheet TO chizheng_service;
