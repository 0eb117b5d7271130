-- Messages leave the outbox through doors. What may be declined is listed; whatever is not is a legal notice and goes to everybody.
CREATE TABLE message_reminder_template (
    template text PRIMARY KEY
);
INSERT INTO message_reminder_template (template) VALUES ('CERTIFICATE_EXPIRES');

CREATE TABLE message_opt_out (
    person_id     uuid UNIQUE REFERENCES person,
    enterprise_id uuid UNIQUE REFERENCES enterprise,
    since         timestamptz NOT NULL,
    CHECK (num_nonnulls(person_id, enterprise_id) = 1)
);

-- Where mail goes to; sealed, as telephone numbers are.
ALTER TABLE account ADD COLUMN mail_sealed bytea;
ALTER TABLE enterprise ADD COLUMN mail_sealed bytea;

ALTER TABLE message_outbox ADD COLUMN planned_at timestamptz;
DROP INDEX message_outbox_unsent;
CREATE INDEX message_outbox_unplanned ON message_outbox (created_at) WHERE planned_at IS NULL;
CREATE INDEX message_outbox_recent ON message_outbox (created_at DESC, id);

-- One row per message and door; its id is the key by which a door knows a message again.
CREATE TABLE message_delivery (
    id         uuid PRIMARY KEY,
    message_id uuid NOT NULL REFERENCES message_outbox,
    door       text NOT NULL CHECK (door IN ('MAIL', 'TEXT', 'NONE')),
    state      text NOT NULL CHECK (state IN ('WAITING', 'SENDING', 'SENT', 'DEAD', 'UNCERTAIN', 'DECLINED', 'OUTDATED', 'NO_ADDRESS')),
    attempts   int  NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    next_at    timestamptz NOT NULL,
    taken_at   timestamptz,
    sent_at    timestamptz,
    to_masked  text,
    failure    text,
    UNIQUE (message_id, door),
    CHECK ((state = 'SENT') = (sent_at IS NOT NULL))
);
CREATE INDEX message_delivery_waiting ON message_delivery (next_at) WHERE state = 'WAITING';
CREATE INDEX message_delivery_sending ON message_delivery (taken_at) WHERE state = 'SENDING';
CREATE INDEX message_delivery_state ON message_delivery (state);

-- What the door for text messages of this installation has taken: the words, to whom (masked), when. A gateway of a carrier or of WeChat would read from here.
CREATE TABLE text_message (
    delivery_id uuid PRIMARY KEY REFERENCES message_delivery,
    to_masked   text NOT NULL,
    words       text NOT NULL,
    taken_at    timestamptz NOT NULL
);
CREATE INDEX text_message_newest ON text_message (taken_at DESC);

GRANT SELECT ON message_reminder_template TO chizheng_service;
GRANT SELECT, INSERT, DELETE ON message_opt_out TO chizheng_service;
GRANT UPDATE (planned_at) ON message_outbox TO chizheng_service;
GRANT SELECT, INSERT ON message_delivery, text_message TO chizheng_service;
GRANT UPDATE (state, attempts, next_at, taken_at, sent_at, to_masked, failure) ON message_delivery TO chizheng_service;
