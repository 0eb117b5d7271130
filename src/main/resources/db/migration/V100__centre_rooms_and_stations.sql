-- What a centre is made of. Nothing of it is deleted: what is out of service says since when and why.
ALTER TABLE centre ADD COLUMN host text NOT NULL DEFAULT 'EXAM_CENTRE' CHECK (host IN ('EXAM_CENTRE', 'VOCATIONAL_COLLEGE'));

ALTER TABLE room
    ADD COLUMN capacity   int CHECK (capacity > 0),          -- most candidates of a session; null: as many as there are usable seats
    ADD COLUMN out_since  timestamptz,
    ADD COLUMN out_reason text,
    ADD CONSTRAINT room_out CHECK ((out_since IS NULL) = (out_reason IS NULL));

-- The computer that stands at a seat, by its address or by its client certificate; both null: any computer.
ALTER TABLE seat
    ADD COLUMN network     cidr,
    ADD COLUMN fingerprint text CHECK (fingerprint ~ '^[0-9a-f]{64}$'),  -- SHA-256 of the certificate, DER
    ADD COLUMN out_since   timestamptz,
    ADD COLUMN out_reason  text,
    ADD CONSTRAINT seat_out CHECK ((out_since IS NULL) = (out_reason IS NULL));

ALTER TABLE station
    ADD COLUMN capacity   int NOT NULL DEFAULT 1 CHECK (capacity > 0),   -- candidates at the same time
    ADD COLUMN out_since  timestamptz,
    ADD COLUMN out_reason text,
    ADD CONSTRAINT station_out CHECK ((out_since IS NULL) = (out_reason IS NULL));
CREATE INDEX station_qualification_qualification ON station_qualification (qualification);

CREATE TABLE station_device (
    id            uuid PRIMARY KEY,
    station_id    uuid NOT NULL REFERENCES station,
    name          text NOT NULL,
    serial        text NOT NULL,
    checked_until date NOT NULL,                             -- last day that its inspection covers
    out_since     timestamptz,
    out_reason    text,
    UNIQUE (station_id, serial),
    CONSTRAINT station_device_out CHECK ((out_since IS NULL) = (out_reason IS NULL))
);
GRANT SELECT, INSERT, UPDATE ON station_device TO chizheng_service;
