-- Checks at gates without a network, as the gates hand them over. No name and no ID number: the code leads to the certificate. checked_at is the device's clock, handed_at ours.
CREATE TABLE gate_log (
    entry_id        uuid PRIMARY KEY,
    checked_at      timestamptz NOT NULL,
    code            text CHECK (length(code) = 20),
    result          text NOT NULL CHECK (length(result) BETWEEN 3 AND 20),
    list_issued_at  timestamptz,
    gate            text NOT NULL CHECK (length(gate) <= 60),
    address         text CHECK (length(address) <= 100),
    handed_by       text NOT NULL,
    handed_at       timestamptz NOT NULL
);
CREATE INDEX gate_log_code ON gate_log (code, checked_at);

GRANT SELECT, INSERT ON gate_log TO chizheng_service;
