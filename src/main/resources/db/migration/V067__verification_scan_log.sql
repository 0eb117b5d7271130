-- Who checks what from where: for the holder to see, and for alarms. A network is the keyed index of an address cut to its network (/24, /48): equal ones are
-- found, no address can be read from it.
CREATE TABLE verification_scan (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at             timestamptz NOT NULL,
    certificate_id uuid REFERENCES certificate,        -- null when there was none to find
    result_class   text NOT NULL,
    via            text NOT NULL CHECK (via IN ('PAGE', 'DOOR', 'TOKEN', 'DOCUMENT', 'GATE', 'BULK')),
    network        bytea NOT NULL,
    enterprise_id  uuid REFERENCES enterprise          -- whose account asked; null for the public
);
CREATE INDEX verification_scan_certificate ON verification_scan (certificate_id, at DESC) WHERE certificate_id IS NOT NULL;
CREATE INDEX verification_scan_at ON verification_scan (at);

-- Networks from which a certificate was checked on a day, each once, so that counting them costs what they are.
CREATE TABLE verification_site (
    certificate_id uuid NOT NULL REFERENCES certificate,
    scanned_on     date NOT NULL,
    network        bytea NOT NULL,
    PRIMARY KEY (certificate_id, scanned_on, network)
);
CREATE INDEX verification_site_on ON verification_site (scanned_on);

-- Codes that nobody ever gave out, asked for from one network in the current window; barred_until is set when they were too many.
CREATE TABLE verification_guess (
    network        bytea PRIMARY KEY,
    since          timestamptz NOT NULL,
    guesses        integer NOT NULL,
    barred_until   timestamptz
);
CREATE INDEX verification_guess_barred ON verification_guess (barred_until) WHERE barred_until IS NOT NULL;

CREATE TABLE verification_alarm (
    id             uuid PRIMARY KEY,
    kind           text NOT NULL CHECK (kind IN ('MANY_SITES', 'GUESSING')),
    certificate_id uuid REFERENCES certificate,
    network        bytea,
    raised_on      date NOT NULL,
    raised_at      timestamptz NOT NULL,
    figure         integer NOT NULL,                   -- sites on the day, or guesses in the window, when it was raised
    seen_at        timestamptz,
    seen_by        text,
    note           text,
    CHECK ((kind = 'MANY_SITES') = (certificate_id IS NOT NULL) AND (kind = 'GUESSING') = (network IS NOT NULL)),
    CHECK ((seen_at IS NULL) = (seen_by IS NULL))
);
CREATE UNIQUE INDEX verification_alarm_certificate ON verification_alarm (certificate_id, raised_on) WHERE certificate_id IS NOT NULL;
CREATE UNIQUE INDEX verification_alarm_network ON verification_alarm (network, raised_on) WHERE network IS NOT NULL;
CREATE INDEX verification_alarm_open ON verification_alarm (raised_at DESC);

-- Scans, sites and guesses are a log of visits and kept for a time that is set; alarms stay.
GRANT SELECT, INSERT, DELETE ON verification_scan, verification_site TO chizheng_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON verification_guess TO chizheng_service;
GRANT SELECT, INSERT ON verification_alarm TO chizheng_service;
GRANT UPDATE (seen_at, seen_by, note) ON verification_alarm TO chizheng_service;
