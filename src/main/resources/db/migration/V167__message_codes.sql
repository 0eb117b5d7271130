-- Messages to a telephone number that may be nobody's yet, with a secret in them. Number and secret are sealed, and erased when the message is sent or its time is over.
ALTER TABLE message_outbox
    DROP CONSTRAINT message_outbox_check,
    ADD COLUMN direct        boolean NOT NULL DEFAULT false,
    ADD COLUMN phone_sealed  bytea,
    ADD COLUMN secret_sealed bytea,
    ADD COLUMN expires_at    timestamptz,
    ADD CHECK (num_nonnulls(person_id, enterprise_id) = CASE WHEN direct THEN 0 ELSE 1 END),
    ADD CHECK (direct = (expires_at IS NOT NULL) AND num_nonnulls(phone_sealed, secret_sealed) IN (0, 2));
CREATE INDEX message_outbox_secret ON message_outbox (expires_at) WHERE secret_sealed IS NOT NULL;
GRANT UPDATE (phone_sealed, secret_sealed) ON message_outbox TO chizheng_service;

-- The local outbox keeps such words without the secret; with it, sealed and until erase_at, only where the installation lets its outbox be read (the demo).
ALTER TABLE text_message ADD COLUMN words_sealed bytea, ADD COLUMN erase_at timestamptz,
    ADD CHECK (words_sealed IS NULL OR erase_at IS NOT NULL);
CREATE INDEX text_message_secret ON text_message (erase_at) WHERE words_sealed IS NOT NULL;
GRANT UPDATE (words_sealed) ON text_message TO chizheng_service;
