-- What can happen to a certificate, with the law it rests on. Rows are only ever added. seq grows with each event in the order of commit (writers take one lock,
-- certificate.CertificateEvents), so that whoever copies states to a list can ask for what came since.
ALTER TABLE certificate_event DROP CONSTRAINT certificate_event_kind_check;
ALTER TABLE certificate_event
    ADD CONSTRAINT certificate_event_kind_check
        CHECK (kind IN ('SUSPENDED', 'REINSTATED', 'REVOKED', 'WITHDRAWN', 'CANCELLED', 'SUPERSEDED', 'REVIEWED')),
    ADD COLUMN ground text,                                -- class of the reason: certificate_act_ground, or RENEWED, NAME_CHANGED, REVIEWED
    ADD COLUMN article text,                               -- as it stood in the data when it was applied
    ADD COLUMN document text,                              -- number of the decision on paper
    ADD COLUMN policy text REFERENCES policy,
    ADD COLUMN second_actor text,
    ADD COLUMN review_due date,                            -- with REVIEWED: last day for the review after it, null when there is none
    ADD COLUMN seq bigint GENERATED ALWAYS AS IDENTITY,
    ADD CHECK (review_due IS NULL OR kind = 'REVIEWED'),
    ADD CHECK (second_actor IS NULL OR second_actor <> actor);
CREATE UNIQUE INDEX certificate_event_seq ON certificate_event (seq);

-- A certificate is issued on a result, or follows another one.
ALTER TABLE certificate
    ALTER COLUMN result_id DROP NOT NULL,
    ADD COLUMN origin text NOT NULL DEFAULT 'RESULT' CHECK (origin IN ('RESULT', 'RENEWAL', 'REISSUE')),
    ADD COLUMN follows_id uuid UNIQUE REFERENCES certificate,
    ADD COLUMN region text REFERENCES region,              -- county of the centre where it was first earned
    ADD COLUMN review_due date,                            -- last day for the first review 复审 as its policy has it; null without reviews
    ADD CHECK ((origin = 'RESULT') = (result_id IS NOT NULL)),
    ADD CHECK ((origin = 'RESULT') = (follows_id IS NULL)),
    DROP CONSTRAINT certificate_check,
    ADD CHECK (valid_to >= valid_from);

UPDATE certificate c SET region = z.region
FROM result r JOIN exam_session s ON s.id = r.session_id JOIN centre z ON z.id = s.centre_id
WHERE r.id = c.result_id;
ALTER TABLE certificate ALTER COLUMN region SET NOT NULL;

UPDATE certificate c SET review_due = (c.valid_from + make_interval(years => t.value::int))::date - 1
FROM policy_term t
WHERE t.policy = c.policy AND t.term = 'REVIEW_YEARS' AND t.value <> '0'
  AND (c.valid_from + make_interval(years => t.value::int))::date - 1 < c.valid_to;

-- What falls due on a day; certificates of a region.
CREATE INDEX certificate_valid_to ON certificate (valid_to);
CREATE INDEX certificate_region ON certificate (region, issued_at DESC);
