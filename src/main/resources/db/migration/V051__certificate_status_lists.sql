-- States of certificates as lists of 2^20 places, two bits each: 0 in force, 1 ended (revoked, withdrawn, cancelled), 2 suspended, 3 superseded. signed is the list as it is
-- published; changed says that the bits are newer.
CREATE TABLE status_list (
    list          int PRIMARY KEY CHECK (list BETWEEN 0 AND 65535),
    bits          bytea NOT NULL CHECK (length(bits) = 262144),
    changed       boolean NOT NULL DEFAULT true,
    signed        bytea,
    signed_at     timestamptz,
    expires_at    timestamptz,
    kid           text,
    CHECK ((signed IS NULL) = (signed_at IS NULL) AND (signed IS NULL) = (expires_at IS NULL) AND (signed IS NULL) = (kid IS NULL))
);

-- Counts the places given; a keyed permutation makes each count a place that cannot be guessed. What was counted and not used is lost, never given twice.
CREATE SEQUENCE status_place_count AS bigint MINVALUE 0 START 0;

-- Checked at commit: the place is drawn before the certificate is written, since the certificate's own QR code names it.
CREATE TABLE status_place (
    certificate_id uuid PRIMARY KEY REFERENCES certificate DEFERRABLE INITIALLY DEFERRED,
    list          int NOT NULL REFERENCES status_list,
    place         int NOT NULL CHECK (place BETWEEN 0 AND 1048575),
    UNIQUE (list, place)
);

-- Certificates from before the lists: each gets a place.
CREATE TABLE status_unplaced (
    certificate_id uuid PRIMARY KEY REFERENCES certificate,
    failures      int NOT NULL DEFAULT 0,
    retry_at      timestamptz NOT NULL DEFAULT '-infinity'
);
CREATE INDEX status_unplaced_due ON status_unplaced (retry_at);
INSERT INTO status_unplaced (certificate_id) SELECT id FROM certificate;

-- Events that the lists do not show yet, each from the day on which it takes effect. The work grows with what happens, not with the certificates; and whoever writes an event
-- cannot forget it.
CREATE TABLE status_due (
    event_id      uuid PRIMARY KEY REFERENCES certificate_event,
    failures      int NOT NULL DEFAULT 0,
    retry_at      timestamptz NOT NULL
);
CREATE INDEX status_due_at ON status_due (retry_at);
INSERT INTO status_due (event_id, retry_at) SELECT id, effective_on::timestamp AT TIME ZONE 'Asia/Shanghai' FROM certificate_event;

CREATE FUNCTION certificate_event_is_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO status_due (event_id, retry_at) VALUES (NEW.id, NEW.effective_on::timestamp AT TIME ZONE 'Asia/Shanghai');
    RETURN NULL;
END $$;
CREATE TRIGGER certificate_event_due AFTER INSERT ON certificate_event FOR EACH ROW EXECUTE FUNCTION certificate_event_is_due();

GRANT SELECT, INSERT ON status_list, status_place TO chizheng_service;
GRANT UPDATE (bits, changed, signed, signed_at, expires_at, kid) ON status_list TO chizheng_service;
GRANT USAGE ON SEQUENCE status_place_count TO chizheng_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON status_unplaced, status_due TO chizheng_service;
