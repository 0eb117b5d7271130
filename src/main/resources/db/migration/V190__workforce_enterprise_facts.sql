-- What figures are broken down by, as dated facts beside the current values on enterprise: both times as for appointments (V008), so that past figures can be computed again.
-- One row of an enterprise is true on any day, as known at any instant.
INSERT INTO catalogue (code, zh, en, in_force_from, in_force_until, mark, source) VALUES
('staffing-24', '安全生产法第二十四条另列的行业', 'Industries that article 24 of the Work Safety Law names besides', '2021-09-01', NULL, 'KNOWN', '安全生产法第二十四条');
INSERT INTO industry_type (code, catalogue, ordinal, zh, en, mandatory, mark) VALUES
('construction', 'staffing-24', 18, '建筑施工单位', 'Construction', false, 'KNOWN'),
('transport', 'staffing-24', 19, '运输单位', 'Transport', false, 'KNOWN');

ALTER TABLE enterprise
    ADD COLUMN industry    text REFERENCES industry_type,
    ADD COLUMN size        text CHECK (size IN ('LARGE', 'MEDIUM', 'SMALL', 'MICRO')),
    ADD COLUMN staff       int  CHECK (staff BETWEEN 0 AND 10000000),   -- people employed; null: not reported
    ADD COLUMN safety_body boolean NOT NULL DEFAULT false;              -- whether there is a safety body 安全生产管理机构

CREATE TABLE enterprise_fact (
    id            uuid PRIMARY KEY,
    enterprise_id uuid NOT NULL REFERENCES enterprise,
    region        text NOT NULL REFERENCES region,
    zone          text REFERENCES region,
    industry      text REFERENCES industry_type,
    high_risk     boolean NOT NULL,
    size          text CHECK (size IN ('LARGE', 'MEDIUM', 'SMALL', 'MICRO')),
    staff         int,
    safety_body   boolean NOT NULL,
    valid_from    date NOT NULL,
    valid_until   date,
    known_from    timestamptz NOT NULL,
    known_until   timestamptz,
    CHECK (valid_until > valid_from)
);
CREATE INDEX enterprise_fact_of ON enterprise_fact (enterprise_id);
CREATE INDEX enterprise_fact_region ON enterprise_fact (region);
CREATE INDEX enterprise_fact_zone ON enterprise_fact (zone) WHERE zone IS NOT NULL;
CREATE UNIQUE INDEX enterprise_fact_current ON enterprise_fact (enterprise_id) WHERE valid_until IS NULL AND known_until IS NULL;
GRANT SELECT, INSERT ON enterprise_fact TO chizheng_service;
GRANT UPDATE (known_until) ON enterprise_fact TO chizheng_service;

-- 1950: before any appointment that can be entered. What was not known otherwise holds from then on.
INSERT INTO enterprise_fact (id, enterprise_id, region, zone, industry, high_risk, size, staff, safety_body, valid_from, known_from)
SELECT gen_random_uuid(), id, region, zone, industry, high_risk, size, staff, safety_body, '1950-01-01', created_at FROM enterprise;

-- Nobody can write an enterprise past its facts: a new one begins them, and a value that is set on it without a fact of its own corrects the one that is true now.
CREATE FUNCTION keep_enterprise_fact() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held enterprise_fact;
    since date := '1950-01-01';
    known timestamptz := NEW.created_at;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        SELECT * INTO held FROM enterprise_fact WHERE enterprise_id = NEW.id AND valid_until IS NULL AND known_until IS NULL;
        IF (held.region, held.zone, held.industry, held.high_risk, held.size, held.staff, held.safety_body)
           IS NOT DISTINCT FROM (NEW.region, NEW.zone, NEW.industry, NEW.high_risk, NEW.size, NEW.staff, NEW.safety_body) THEN
            RETURN NULL;
        END IF;
        since := COALESCE(held.valid_from, since);
        known := greatest(now(), held.known_from);
        UPDATE enterprise_fact SET known_until = known WHERE id = held.id;
    END IF;
    INSERT INTO enterprise_fact (id, enterprise_id, region, zone, industry, high_risk, size, staff, safety_body, valid_from, known_from)
    VALUES (gen_random_uuid(), NEW.id, NEW.region, NEW.zone, NEW.industry, NEW.high_risk, NEW.size, NEW.staff, NEW.safety_body, since, known);
    RETURN NULL;
END $$;
CREATE TRIGGER enterprise_fact_kept AFTER INSERT OR UPDATE ON enterprise FOR EACH ROW EXECUTE FUNCTION keep_enterprise_fact();

-- Places of production beside the main one, which is the enterprise's own. A place does not move: another place is another site.
CREATE TABLE site (
    id            uuid PRIMARY KEY,
    enterprise_id uuid NOT NULL REFERENCES enterprise,
    name          text NOT NULL,
    region        text NOT NULL REFERENCES region,
    zone          text REFERENCES region,
    known_from    timestamptz NOT NULL,
    UNIQUE (enterprise_id, name)
);
CREATE INDEX site_region ON site (region);
CREATE INDEX site_zone ON site (zone) WHERE zone IS NOT NULL;
GRANT SELECT, INSERT ON site TO chizheng_service;
ALTER TABLE post ADD COLUMN site_id uuid REFERENCES site;               -- null: at the main place
CREATE INDEX post_site ON post (site_id) WHERE site_id IS NOT NULL;

ALTER TABLE appointment DROP CONSTRAINT appointment_worker_kind_check,
    ADD CONSTRAINT appointment_worker_kind_check CHECK (worker_kind IN ('EMPLOYEE', 'DISPATCHED', 'INTERN', 'CONTRACTOR')),
    ADD COLUMN part_time boolean NOT NULL DEFAULT false;                -- beside another duty 兼职

-- Off the job 离岗 while the appointment runs on; valid_until is the first day back.
CREATE TABLE post_absence (
    id            uuid PRIMARY KEY,
    person_id     uuid NOT NULL REFERENCES person,
    post_id       uuid NOT NULL REFERENCES post,
    valid_from    date NOT NULL,
    valid_until   date,
    known_from    timestamptz NOT NULL,
    known_until   timestamptz,
    CHECK (valid_until > valid_from)
);
CREATE INDEX post_absence_of ON post_absence (person_id, post_id);
CREATE INDEX post_absence_post ON post_absence (post_id);
CREATE UNIQUE INDEX post_absence_once ON post_absence (person_id, post_id) WHERE valid_until IS NULL AND known_until IS NULL;
-- That somebody was found able again in practice after being off the job, where no practical examination of ours says so.
CREATE TABLE reconfirmation (
    id            uuid PRIMARY KEY,
    person_id     uuid NOT NULL REFERENCES person,
    qualification text NOT NULL REFERENCES qualification,
    confirmed_on  date NOT NULL,
    evidence      text NOT NULL,
    recorded_by   text NOT NULL,
    known_from    timestamptz NOT NULL,
    known_until   timestamptz
);
CREATE INDEX reconfirmation_of ON reconfirmation (person_id, qualification);
GRANT SELECT, INSERT ON post_absence, reconfirmation TO chizheng_service;
GRANT UPDATE (known_until) ON post_absence, reconfirmation TO chizheng_service;
