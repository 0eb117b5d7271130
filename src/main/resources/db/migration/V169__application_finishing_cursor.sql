-- How far the facts of certificates and the acceptances have been read, so that ending applications is work in proportion to what is new.
CREATE TABLE application_cursor (
    one        boolean PRIMARY KEY DEFAULT true CHECK (one),
    read_until timestamptz NOT NULL
);
INSERT INTO application_cursor (read_until) VALUES ('2000-01-01Z');
GRANT SELECT ON application_cursor TO chizheng_service;
GRANT UPDATE (read_until) ON application_cursor TO chizheng_service;
CREATE INDEX record_fact_certified ON record_fact (recorded_at) WHERE kind = 'CERTIFICATE_ISSUED';
CREATE INDEX application_accepted_at ON application (decided_at) WHERE state = 'ACCEPTED';
