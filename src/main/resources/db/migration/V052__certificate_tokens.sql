-- The signed claim in a certificate's QR code, as it was made at issue; never made anew. A certificate without one is checked online only.
CREATE TABLE certificate_token (
    certificate_id uuid PRIMARY KEY REFERENCES certificate DEFERRABLE INITIALLY DEFERRED,
    kid           text NOT NULL,
    cose          bytea NOT NULL,
    issued_at     timestamptz NOT NULL
);
GRANT SELECT, INSERT ON certificate_token TO chizheng_service;
