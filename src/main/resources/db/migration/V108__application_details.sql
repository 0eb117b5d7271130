-- What an application holds beside its frame (V090). Declared illnesses and the address are sealed; hours stand in training_record once the reviewer has seen the proof.
CREATE SEQUENCE application_number START 100001;
ALTER TABLE application
    ADD COLUMN education      text NOT NULL DEFAULT 'NONE'
        CHECK (education IN ('NONE', 'PRIMARY', 'JUNIOR_MIDDLE', 'SENIOR_MIDDLE', 'COLLEGE', 'BACHELOR', 'MASTER')),
    ADD COLUMN occupation     text,
    ADD COLUMN address_sealed bytea,
    ADD COLUMN health_sealed  bytea,                   -- codes of declared illnesses, may be none; null: not declared
    ADD COLUMN training_hours int CHECK (training_hours BETWEEN 1 AND 2000),
    ADD COLUMN training_from  date,
    ADD COLUMN training_until date,
    ADD COLUMN undertaken_at  timestamptz,             -- when the undertaking that all is true was signed
    ADD COLUMN submitted_at   timestamptz,             -- when it was sent last; applied_at is the first time and picks the policy
    ADD COLUMN submitted_by   text,
    ADD COLUMN decide_due     date,                    -- last working day for the decision
    ADD COLUMN note           text,                    -- what the reviewer said last
    ADD COLUMN photo_findings text[] NOT NULL DEFAULT '{}',
    ADD COLUMN photo_reason   text,                    -- why the photo was taken in spite of its findings
    ADD CHECK (num_nonnulls(training_hours, training_from, training_until) IN (0, 3) AND training_until >= training_from);
CREATE INDEX application_listed ON application (region, applied_at DESC);
CREATE INDEX application_provider ON application (provider_id) WHERE provider_id IS NOT NULL;
CREATE INDEX person_name ON person (name);                 -- reviewers look for an applicant by name
CREATE INDEX application_enterprise ON application (enterprise_id, applied_at DESC) WHERE enterprise_id IS NOT NULL;

-- What stands against an application, as its reviewer decided; article is where the rule was written on that day.
CREATE TABLE application_objection (
    id             uuid PRIMARY KEY,
    application_id uuid NOT NULL REFERENCES application,
    rule           text NOT NULL,
    article        text NOT NULL,
    stated_at      timestamptz NOT NULL,
    stated_by      text NOT NULL
);
CREATE INDEX application_objection_of ON application_objection (application_id);

CREATE TABLE application_event (
    id             uuid PRIMARY KEY,
    application_id uuid NOT NULL REFERENCES application,
    kind           text NOT NULL CHECK (kind IN ('SUBMITTED', 'RESUBMITTED', 'RETURNED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'DONE', 'DOCUMENT', 'PHOTO')),
    at             timestamptz NOT NULL,
    actor          text NOT NULL,
    note           text NOT NULL
);
CREATE INDEX application_event_of ON application_event (application_id, at);

CREATE TABLE application_document (
    id             uuid PRIMARY KEY,
    application_id uuid NOT NULL REFERENCES application,
    kind           text NOT NULL CHECK (kind IN ('IDENTITY', 'EDUCATION', 'HEALTH', 'TRAINING', 'SKILL', 'OTHER')),
    media_type     text NOT NULL CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
    bytes          int  NOT NULL,
    content_sealed bytea NOT NULL,
    added_at       timestamptz NOT NULL,
    added_by       text NOT NULL
);
CREATE INDEX application_document_of ON application_document (application_id);

-- An enterprise's list before it is confirmed. It names people, so it is sealed, and goes when it is confirmed, dropped, or a day old.
CREATE TABLE application_upload (
    id             uuid PRIMARY KEY,
    account        text NOT NULL,
    enterprise_id  uuid NOT NULL REFERENCES enterprise,
    region         text NOT NULL REFERENCES region,
    begun_at       timestamptz NOT NULL,
    file_name      text NOT NULL,
    file_sealed    bytea NOT NULL
);
CREATE INDEX application_upload_enterprise ON application_upload (enterprise_id, begun_at DESC);
CREATE INDEX application_upload_region ON application_upload (region);
CREATE INDEX application_upload_begun ON application_upload (begun_at);

-- Illnesses that keep from a trade, and which policy names them.
CREATE TABLE health_condition (
    code    text PRIMARY KEY,
    ordinal int  NOT NULL,
    zh      text NOT NULL,
    en      text NOT NULL
);
CREATE TABLE policy_health (
    policy    text NOT NULL REFERENCES policy,
    condition text NOT NULL REFERENCES health_condition,
    mark      text NOT NULL CHECK (mark IN ('SOURCED', 'KNOWN', 'UNCERTAIN', 'DERIVED')),
    source    text NOT NULL,
    PRIMARY KEY (policy, condition)
);
CREATE INDEX policy_health_condition ON policy_health (condition);
INSERT INTO health_condition (code, ordinal, zh, en) VALUES
('HEART', 1, '器质性心脏病', 'Organic heart disease'),
('EPILEPSY', 2, '癫痫病', 'Epilepsy'),
('MENIERE', 3, '美尼尔氏症', 'Ménière''s disease'),
('VERTIGO', 4, '眩晕症', 'Vertigo'),
('HYSTERIA', 5, '癔病', 'Hysteria'),
('TREMOR', 6, '震颤麻痹症', 'Shaking palsy'),
('PSYCHOSIS', 7, '精神病', 'Psychosis'),
('DEMENTIA', 8, '痴呆症', 'Dementia');
INSERT INTO policy_health (policy, condition, mark, source)
SELECT 'order-30-operator', code, 'SOURCED', '总局令第30号 第四条' FROM health_condition
UNION ALL SELECT 'order-19-operator', code, 'UNCERTAIN', '总局令第30号 第四条' FROM health_condition;

GRANT USAGE ON SEQUENCE application_number TO chizheng_service;
GRANT SELECT, INSERT ON application_objection, application_event, application_document TO chizheng_service;
GRANT SELECT, INSERT, DELETE ON application_upload TO chizheng_service;
GRANT SELECT ON health_condition, policy_health TO chizheng_service;
