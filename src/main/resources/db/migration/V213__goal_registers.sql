-- Staff registers of the plan: enforcement staff, rescue teams, specialists, cadres. Two times as in appointment: true from since until until (first day off),
-- known from known_from until known_until; a correction closes a row and adds one.
CREATE TABLE register_member (
    id              uuid PRIMARY KEY,
    register        text NOT NULL CHECK (register IN ('ENFORCEMENT', 'RESCUE', 'SPECIALIST', 'CADRE')),
    person_id       uuid NOT NULL REFERENCES person,
    region          text NOT NULL REFERENCES region,   -- province, city or county whose staff it is: the level of the register
    organisation    text NOT NULL,
    title           text NOT NULL,
    since           date NOT NULL,
    until           date,
    degree          text NOT NULL DEFAULT '',          -- schooling and subject, in words
    related         boolean NOT NULL DEFAULT false,    -- whether the subject belongs to work safety
    practice_from   date,                              -- since when in work of work safety
    certificate     text NOT NULL DEFAULT '',
    certified_until date,                              -- last valid day; null without end
    achieved_on     date,                              -- a specialist was brought up, a cadre passed the training, on that day
    known_from      timestamptz NOT NULL,
    known_until     timestamptz,
    recorded_by     text NOT NULL,
    CHECK (until IS NULL OR until > since)
);
CREATE UNIQUE INDEX register_member_once ON register_member (register, person_id) WHERE until IS NULL AND known_until IS NULL;
CREATE INDEX register_member_region ON register_member (register, region) WHERE known_until IS NULL;
CREATE INDEX register_member_achieved ON register_member (achieved_on) WHERE known_until IS NULL AND achieved_on IS NOT NULL;
CREATE INDEX register_member_person ON register_member (person_id);
GRANT SELECT, INSERT ON register_member TO chizheng_service;
GRANT UPDATE (known_until) ON register_member TO chizheng_service;
