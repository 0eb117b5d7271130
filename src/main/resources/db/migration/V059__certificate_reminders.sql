-- Messages that wait to be sent, and stand on their recipient's own page meanwhile. Mail and text messages have no door yet: nothing is sent so far.
-- parameters are numbers and dates as text, in the order of the message's own; a name or a number of a person is never among them.
CREATE TABLE message_outbox (
    id             uuid PRIMARY KEY,
    person_id      uuid REFERENCES person,
    enterprise_id  uuid REFERENCES enterprise,
    template       text NOT NULL,
    certificate_id uuid NOT NULL REFERENCES certificate,
    days           int  NOT NULL,
    parameters     text[] NOT NULL,
    lang           text NOT NULL CHECK (lang IN ('zh', 'en')),
    created_at     timestamptz NOT NULL,
    sent_at        timestamptz,
    CHECK (num_nonnulls(person_id, enterprise_id) = 1)
);
CREATE UNIQUE INDEX message_outbox_person ON message_outbox (certificate_id, days, template, person_id) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX message_outbox_enterprise ON message_outbox (certificate_id, days, template, enterprise_id) WHERE enterprise_id IS NOT NULL;
CREATE INDEX message_outbox_to_person ON message_outbox (person_id, created_at DESC);
CREATE INDEX message_outbox_to_enterprise ON message_outbox (enterprise_id, created_at DESC);
CREATE INDEX message_outbox_unsent ON message_outbox (created_at) WHERE sent_at IS NULL;
GRANT SELECT, INSERT ON message_outbox TO chizheng_service;
GRANT UPDATE (sent_at) ON message_outbox TO chizheng_service;

-- Days whose reminders are written: what a service missed while it stood still is made up for.
CREATE TABLE reminder_day (
    day            date PRIMARY KEY,
    done_at        timestamptz NOT NULL
);
GRANT SELECT, INSERT ON reminder_day TO chizheng_service;
