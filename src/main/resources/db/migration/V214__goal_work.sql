-- What the regulator asks of an enterprise: raised from facts, answered by the enterprise, accepted or given back, closed when the facts no longer hold.
CREATE TABLE work_item (
    id            uuid PRIMARY KEY,
    kind          text NOT NULL CHECK (kind IN ('NO_SAFETY_MANAGER', 'UNCERTIFIED', 'EXPIRING')),
    enterprise_id uuid NOT NULL REFERENCES enterprise,
    region        text NOT NULL REFERENCES region,     -- the enterprise's county when it was raised
    amount        int  NOT NULL,                       -- people or certificates, as found last
    since         date,                                -- from when on, or for expiring certificates until when
    state         text NOT NULL CHECK (state IN ('OPEN', 'ANSWERED', 'ACCEPTED', 'CLOSED')),
    raised_at     timestamptz NOT NULL,
    due_on        date NOT NULL,                       -- last working day for the answer
    changed_at    timestamptz NOT NULL,
    change        text NOT NULL,                       -- the last act
    version       int NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX work_item_running ON work_item (enterprise_id, kind) WHERE state <> 'CLOSED';
CREATE INDEX work_item_desk ON work_item (region, due_on) WHERE state <> 'CLOSED';
CREATE INDEX work_item_changed ON work_item (changed_at DESC);
CREATE INDEX work_item_enterprise ON work_item (enterprise_id, raised_at DESC);
CREATE TABLE work_event (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    item_id uuid NOT NULL REFERENCES work_item,
    at      timestamptz NOT NULL,
    actor   text NOT NULL,
    act     text NOT NULL,
    amount  int  NOT NULL,
    words   text NOT NULL DEFAULT ''
);
CREATE INDEX work_event_item ON work_event (item_id, id);

-- Whose facts have changed since the last sweep: of people, those on post alone. Entries are only added and taken away: writers of facts never wait for each other here.
CREATE TABLE work_pending (
    seq           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    enterprise_id uuid,
    post_id       uuid,
    person_id     uuid,
    CHECK (num_nonnulls(enterprise_id, post_id, person_id) = 1)
);
-- Days whose passing has been looked at: certificates that ran out, periods of grace that ended.
CREATE TABLE work_day (
    day     date PRIMARY KEY,
    done_at timestamptz NOT NULL
);
CREATE INDEX post_absence_valid_from ON post_absence (valid_from) WHERE known_until IS NULL;
CREATE INDEX appointment_valid_from ON appointment (valid_from) WHERE known_until IS NULL;

CREATE FUNCTION work_post_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO work_pending (post_id) SELECT DISTINCT post_id FROM changed;
    RETURN NULL;
END
$$;
CREATE FUNCTION work_person_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO work_pending (person_id) SELECT DISTINCT c.person_id FROM changed c
    WHERE EXISTS (SELECT FROM appointment a WHERE a.person_id = c.person_id AND a.known_until IS NULL);
    RETURN NULL;
END
$$;
CREATE FUNCTION work_certificate_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO work_pending (person_id) SELECT DISTINCT c.person_id FROM changed e JOIN certificate c ON c.id = e.certificate_id
    WHERE EXISTS (SELECT FROM appointment a WHERE a.person_id = c.person_id AND a.known_until IS NULL);
    RETURN NULL;
END
$$;
CREATE FUNCTION work_enterprise_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO work_pending (enterprise_id)
    SELECT n.id FROM changed n JOIN before o ON o.id = n.id WHERE (o.high_risk, o.region) IS DISTINCT FROM (n.high_risk, n.region);
    RETURN NULL;
END
$$;
CREATE TRIGGER work_appointment_added AFTER INSERT ON appointment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work_post_changed();
CREATE TRIGGER work_appointment_closed AFTER UPDATE ON appointment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work_post_changed();
CREATE TRIGGER work_requirement_added AFTER INSERT ON requirement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work_post_changed();
CREATE TRIGGER work_requirement_closed AFTER UPDATE ON requirement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work_post_changed();
CREATE TRIGGER work_certificate_added AFTER INSERT ON certificate REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work_person_changed();
CREATE TRIGGER work_foreign_added AFTER INSERT ON foreign_certificate REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work_person_changed();
CREATE TRIGGER work_certificate_event_added AFTER INSERT ON certificate_event REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION work_certificate_changed();
CREATE TRIGGER work_absence_added AFTER INSERT ON post_absence REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work_post_changed();
CREATE TRIGGER work_absence_closed AFTER UPDATE ON post_absence REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work_post_changed();
CREATE TRIGGER work_reconfirmation_added AFTER INSERT ON reconfirmation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work_person_changed();
CREATE TRIGGER work_reconfirmation_closed AFTER UPDATE ON reconfirmation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work_person_changed();
CREATE TRIGGER work_enterprise_changed AFTER UPDATE ON enterprise REFERENCING OLD TABLE AS before NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION work_enterprise_changed();

INSERT INTO work_pending (enterprise_id) SELECT DISTINCT p.enterprise_id FROM appointment a JOIN post p ON p.id = a.post_id WHERE a.known_until IS NULL;

GRANT SELECT, INSERT, UPDATE ON work_item TO chizheng_service;
GRANT SELECT, INSERT ON work_event, work_day TO chizheng_service;
GRANT SELECT, INSERT, DELETE ON work_pending TO chizheng_service;
