-- Classes that training providers have planned: what training there will be, beside what there was (training_record). Nothing is deleted: a class that is not held is cancelled with a reason.
CREATE TABLE training_class (
    id            uuid PRIMARY KEY,
    provider_id   uuid NOT NULL REFERENCES training_provider,
    region        text NOT NULL REFERENCES region,         -- county in which it is held
    qualification text NOT NULL REFERENCES qualification,
    kind          text NOT NULL CHECK (kind IN ('INITIAL', 'YEARLY', 'RENEWAL', 'AFTER_ACCIDENT')),
    starts_on     date NOT NULL,
    ends_on       date NOT NULL,                           -- last day; the class counts in the month of it
    hours         int  NOT NULL CHECK (hours BETWEEN 1 AND 2000),   -- of training that each participant has
    places        int  NOT NULL CHECK (places BETWEEN 1 AND 10000),
    planned_at    timestamptz NOT NULL,
    planned_by    text NOT NULL,
    cancelled_at  timestamptz,
    cancelled_by  text,
    reason        text,
    CHECK (ends_on >= starts_on),
    CHECK (num_nonnulls(cancelled_at, cancelled_by, reason) IN (0, 3))
);
-- The same class is planned once: a list that is sent again adds nothing.
CREATE UNIQUE INDEX training_class_once ON training_class (provider_id, region, qualification, kind, starts_on, ends_on, hours) WHERE cancelled_at IS NULL;
CREATE INDEX training_class_month ON training_class (ends_on) WHERE cancelled_at IS NULL;
CREATE INDEX training_class_provider ON training_class (provider_id, ends_on);
CREATE INDEX training_class_region ON training_class (region);
CREATE INDEX training_class_qualification ON training_class (qualification);
GRANT SELECT, INSERT ON training_class TO chizheng_service;
GRANT UPDATE (cancelled_at, cancelled_by, reason) ON training_class TO chizheng_service;
