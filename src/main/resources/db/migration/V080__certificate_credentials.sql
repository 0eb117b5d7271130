-- A fourth use of keys: credentials for wallets and their status lists.
ALTER TABLE signing_key DROP CONSTRAINT signing_key_purpose_check;
ALTER TABLE signing_key ADD CONSTRAINT signing_key_purpose_check CHECK (purpose IN ('CLAIM', 'STATUS', 'DOCUMENT', 'CREDENTIAL'));

-- Counts the changes of a list's states, whoever makes them, so that each form of the list knows whether it is the newest.
ALTER TABLE status_list ADD COLUMN revision bigint NOT NULL DEFAULT 0;
CREATE FUNCTION status_list_is_revised() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.revision := OLD.revision + 1;
    RETURN NEW;
END $$;
CREATE TRIGGER status_list_revised BEFORE UPDATE OF bits ON status_list FOR EACH ROW EXECUTE FUNCTION status_list_is_revised();

-- The same lists for credentials: single bits (revocation, suspension) as verifiable credentials, and both bits as a JWT; signed, as they are published.
CREATE TABLE credential_list (
    list          int NOT NULL REFERENCES status_list,
    form          text NOT NULL CHECK (form IN ('REVOCATION', 'SUSPENSION', 'TOKEN')),
    revision      bigint NOT NULL,
    signed        text NOT NULL,
    signed_at     timestamptz NOT NULL,
    kid           text NOT NULL,
    PRIMARY KEY (list, form)
);
GRANT SELECT, INSERT ON credential_list TO chizheng_service;
GRANT UPDATE (revision, signed, signed_at, kid) ON credential_list TO chizheng_service;
