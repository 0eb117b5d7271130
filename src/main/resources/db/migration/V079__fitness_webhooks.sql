-- Where an enterprise wants to be told that a certificate of one of its people changed. The secret is sealed, since each message is signed with it.
CREATE TABLE webhook (
    id            uuid PRIMARY KEY,
    enterprise_id uuid NOT NULL REFERENCES enterprise,
    url           text NOT NULL,
    secret_sealed bytea NOT NULL,
    made_by       text NOT NULL,
    made_at       timestamptz NOT NULL,
    failing_since timestamptz,                             -- null while the last delivery arrived
    disabled_at   timestamptz,                             -- by us, after lasting failure; its owner can start it again
    withdrawn_at  timestamptz,                             -- by its owner, for good
    withdrawn_by  text
);
CREATE INDEX webhook_enterprise ON webhook (enterprise_id) WHERE withdrawn_at IS NULL;
GRANT SELECT, INSERT ON webhook TO chizheng_service;
GRANT UPDATE (failing_since, disabled_at, withdrawn_at, withdrawn_by) ON webhook TO chizheng_service;

-- One message about one certificate to one webhook. cause: the event's seq, or the event with its day, so that each is written once.
CREATE TABLE webhook_delivery (
    id            uuid PRIMARY KEY,
    webhook_id    uuid NOT NULL REFERENCES webhook,
    certificate_id uuid NOT NULL REFERENCES certificate,
    appointment_id uuid NOT NULL REFERENCES appointment,
    cause         text NOT NULL,
    event         text NOT NULL,                           -- a kind of certificate_event, or EXPIRING, EXPIRED
    state         text NOT NULL,                           -- what the certificate is from the effective day on, as certificates_on has it
    effective_on  date NOT NULL,
    made_at       timestamptz NOT NULL,
    attempts      int NOT NULL DEFAULT 0,
    next_at       timestamptz,                             -- null when it is over
    ended_at      timestamptz,
    outcome       text CHECK (outcome IN ('DELIVERED', 'GIVEN_UP')),
    last_status   int,                                     -- of HTTP; null when there was no answer
    last_fault    text,
    CHECK ((outcome IS NULL) = (ended_at IS NULL)),
    CHECK ((outcome IS NULL) = (next_at IS NOT NULL)),
    UNIQUE (webhook_id, appointment_id, certificate_id, cause)
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX webhook_delivery_of ON webhook_delivery (webhook_id, made_at DESC);
GRANT SELECT, INSERT, DELETE ON webhook_delivery TO chizheng_service;
GRANT UPDATE (attempts, next_at, ended_at, outcome, last_status, last_fault) ON webhook_delivery TO chizheng_service;

-- How far certificate_event has been read; and days whose expiries have been announced.
CREATE TABLE webhook_cursor (
    one           boolean PRIMARY KEY DEFAULT true CHECK (one),
    seq           bigint NOT NULL
);
INSERT INTO webhook_cursor (seq) SELECT COALESCE(max(seq), 0) FROM certificate_event;
GRANT SELECT ON webhook_cursor TO chizheng_service;
GRANT UPDATE (seq) ON webhook_cursor TO chizheng_service;

CREATE TABLE webhook_day (
    day           date PRIMARY KEY,
    done_at       timestamptz NOT NULL
);
GRANT SELECT, INSERT ON webhook_day TO chizheng_service;
