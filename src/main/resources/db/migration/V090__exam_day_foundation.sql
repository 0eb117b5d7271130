-- What application, booking, the exam day and what comes after it share. Days that are not worked though they fall on Monday to Friday, and weekend days that are,
-- as the State Council's office announces them each year; a year without rows counts weekends only.
CREATE TABLE calendar_day (
    day    date PRIMARY KEY,
    kind   text NOT NULL CHECK (kind IN ('HOLIDAY', 'MAKE_UP')),
    zh     text NOT NULL,
    en     text NOT NULL,
    mark   text NOT NULL CHECK (mark IN ('SOURCED', 'KNOWN', 'UNCERTAIN', 'DERIVED')),
    source text NOT NULL
);
INSERT INTO calendar_day (day, kind, zh, en, mark, source)
SELECT d::date, 'HOLIDAY', zh, en, 'KNOWN', source
FROM (VALUES
    ('2025-01-01', '2025-01-01', '元旦', 'New Year''s Day', '国办发明电〔2024〕12号'),
    ('2025-01-28', '2025-02-04', '春节', 'Spring Festival', '国办发明电〔2024〕12号'),
    ('2025-04-04', '2025-04-06', '清明节', 'Tomb-Sweeping Day', '国办发明电〔2024〕12号'),
    ('2025-05-01', '2025-05-05', '劳动节', 'Labour Day', '国办发明电〔2024〕12号'),
    ('2025-05-31', '2025-06-02', '端午节', 'Dragon Boat Festival', '国办发明电〔2024〕12号'),
    ('2025-10-01', '2025-10-08', '国庆节、中秋节', 'National Day and Mid-Autumn Festival', '国办发明电〔2024〕12号'),
    ('2026-01-01', '2026-01-03', '元旦', 'New Year''s Day', '国办发明电〔2025〕7号'),
    ('2026-02-15', '2026-02-23', '春节', 'Spring Festival', '国办发明电〔2025〕7号'),
    ('2026-04-04', '2026-04-06', '清明节', 'Tomb-Sweeping Day', '国办发明电〔2025〕7号'),
    ('2026-05-01', '2026-05-05', '劳动节', 'Labour Day', '国办发明电〔2025〕7号'),
    ('2026-06-19', '2026-06-21', '端午节', 'Dragon Boat Festival', '国办发明电〔2025〕7号'),
    ('2026-09-25', '2026-09-27', '中秋节', 'Mid-Autumn Festival', '国办发明电〔2025〕7号'),
    ('2026-10-01', '2026-10-07', '国庆节', 'National Day', '国办发明电〔2025〕7号')) AS h (first, last, zh, en, source)
CROSS JOIN generate_series(first::date, last::date, interval '1 day') AS d;
INSERT INTO calendar_day (day, kind, zh, en, mark, source)
SELECT day::date, 'MAKE_UP', '调休上班', 'Make-up working day', 'KNOWN', source
FROM (VALUES
    ('2025-01-26', '国办发明电〔2024〕12号'), ('2025-02-08', '国办发明电〔2024〕12号'), ('2025-04-27', '国办发明电〔2024〕12号'),
    ('2025-09-28', '国办发明电〔2024〕12号'), ('2025-10-11', '国办发明电〔2024〕12号'),
    ('2026-01-04', '国办发明电〔2025〕7号'), ('2026-02-14', '国办发明电〔2025〕7号'), ('2026-02-28', '国办发明电〔2025〕7号'),
    ('2026-05-09', '国办发明电〔2025〕7号'), ('2026-09-20', '国办发明电〔2025〕7号'), ('2026-10-10', '国办发明电〔2025〕7号')) AS m (day, source);

-- Who trains, and with whom: the conflict guard needs both (centres train nobody; whoever invigilates has not taught the candidate).
CREATE TABLE training_provider (
    id          uuid PRIMARY KEY,
    credit_code text NOT NULL UNIQUE,
    name        text NOT NULL,
    region      text NOT NULL REFERENCES region,
    created_at  timestamptz NOT NULL
);
CREATE TABLE trainer (
    id          uuid PRIMARY KEY,
    provider_id uuid NOT NULL REFERENCES training_provider,
    person_id   uuid NOT NULL REFERENCES person,
    since       date NOT NULL,
    until       date,                                  -- last day; null while there
    UNIQUE (provider_id, person_id, since)
);
CREATE INDEX trainer_person ON trainer (person_id);
CREATE TABLE training_record (
    id            uuid PRIMARY KEY,
    person_id     uuid NOT NULL REFERENCES person,
    qualification text NOT NULL REFERENCES qualification,
    kind          text NOT NULL CHECK (kind IN ('INITIAL', 'YEARLY', 'RENEWAL', 'AFTER_ACCIDENT')),
    provider_id   uuid REFERENCES training_provider,   -- null: by the enterprise itself
    enterprise_id uuid REFERENCES enterprise,
    trainer_id    uuid REFERENCES trainer,
    hours         int  NOT NULL CHECK (hours BETWEEN 1 AND 2000),
    started_on    date NOT NULL,
    ended_on      date NOT NULL,
    content       text NOT NULL,
    passed        boolean NOT NULL,
    recorded_at   timestamptz NOT NULL,
    recorded_by   text NOT NULL,
    CHECK (ended_on >= started_on AND num_nonnulls(provider_id, enterprise_id) >= 1)
);
CREATE INDEX training_record_person ON training_record (person_id, qualification);

-- Who works at a centre. No account is needed to be on the list; an account of the same person signs for them.
CREATE TABLE centre_staff (
    id              uuid PRIMARY KEY,
    centre_id       uuid NOT NULL REFERENCES centre,
    person_id       uuid NOT NULL REFERENCES person,
    duty            text NOT NULL CHECK (duty IN ('MANAGER', 'INVIGILATOR', 'ASSESSOR', 'TECHNICIAN', 'COUNTER')),
    qualification   text REFERENCES qualification,     -- what an assessor may assess; null for other duties
    credential      text,                              -- number of the paper that qualifies for the duty
    qualified_until date,                              -- last day; null without end
    since           date NOT NULL,
    until           date,
    recorded_at     timestamptz NOT NULL
);
CREATE INDEX centre_staff_centre ON centre_staff (centre_id);
CREATE INDEX centre_staff_person ON centre_staff (person_id);
-- Who is on duty in a session.
CREATE TABLE session_duty (
    session_id  uuid NOT NULL REFERENCES exam_session,
    staff_id    uuid NOT NULL REFERENCES centre_staff,
    assigned_at timestamptz NOT NULL,
    assigned_by text NOT NULL,
    PRIMARY KEY (session_id, staff_id)
);
CREATE INDEX session_duty_staff ON session_duty (staff_id);

-- Where a practical is taken.
CREATE TABLE station (
    id        uuid PRIMARY KEY,
    centre_id uuid NOT NULL REFERENCES centre,
    label     text NOT NULL,
    UNIQUE (centre_id, label)
);
CREATE TABLE station_qualification (
    station_id    uuid NOT NULL REFERENCES station,
    qualification text NOT NULL REFERENCES qualification,
    PRIMARY KEY (station_id, qualification)
);

-- An application for the examination in one qualification.
CREATE TABLE application (
    id            uuid PRIMARY KEY,
    number        text NOT NULL UNIQUE,
    person_id     uuid NOT NULL REFERENCES person,
    qualification text NOT NULL REFERENCES qualification,
    kind          text NOT NULL CHECK (kind IN ('INITIAL', 'RETAKE', 'RENEWAL')),
    channel       text NOT NULL CHECK (channel IN ('CANDIDATE', 'ENTERPRISE', 'COUNTER')),
    enterprise_id uuid REFERENCES enterprise,          -- where the candidate works, null for none
    provider_id   uuid REFERENCES training_provider,
    region        text NOT NULL REFERENCES region,     -- the authority that decides; any one in the country may be asked
    policy        text NOT NULL REFERENCES policy,     -- in force on the day of application
    state         text NOT NULL CHECK (state IN ('SUBMITTED', 'RETURNED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'DONE')),
    applied_at    timestamptz NOT NULL,
    answer_due    date NOT NULL,                       -- last working day for the answer
    decided_at    timestamptz,
    decided_by    text,
    version       int NOT NULL DEFAULT 0
);
CREATE INDEX application_person ON application (person_id, qualification);
CREATE INDEX application_waiting ON application (region, answer_due) WHERE state = 'SUBMITTED';
CREATE INDEX application_accepted ON application (qualification, region) WHERE state = 'ACCEPTED';
CREATE UNIQUE INDEX application_open ON application (person_id, qualification) WHERE state IN ('SUBMITTED', 'RETURNED', 'ACCEPTED');
ALTER TABLE enrolment ADD COLUMN application_id uuid REFERENCES application;
CREATE INDEX enrolment_application ON enrolment (application_id) WHERE application_id IS NOT NULL;

-- The outbox holds messages about anything, no longer certificates alone.
ALTER TABLE message_outbox ALTER COLUMN certificate_id DROP NOT NULL, ALTER COLUMN days DROP NOT NULL,
    ADD CHECK ((certificate_id IS NULL) = (days IS NULL));

GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_day TO chizheng_service;
GRANT SELECT, INSERT, UPDATE ON training_provider, trainer, training_record, centre_staff, station, application TO chizheng_service;
GRANT SELECT, INSERT, DELETE ON session_duty, station_qualification TO chizheng_service;
