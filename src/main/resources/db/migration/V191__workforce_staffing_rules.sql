-- Who must have a safety body or full-time safety managers, and who at least a part-time one (Work Safety Law, art. 24; art. 21 of the edition before).
-- industries: null for all that no other rule in force names. staff_from, staff_to: people employed, both included.
CREATE TABLE staffing_rule (
    code           text NOT NULL,
    in_force_from  date NOT NULL,
    in_force_until date,                                                -- exclusive; null while in force
    industries     text[],
    staff_from     int  NOT NULL,
    staff_to       int,
    need           text NOT NULL CHECK (need IN ('BODY_OR_FULL_TIME', 'ANY_MANAGER')),
    mark           text NOT NULL CHECK (mark IN ('SOURCED', 'KNOWN', 'UNCERTAIN', 'DERIVED')),
    source         text NOT NULL,
    PRIMARY KEY (code, in_force_from)
);
INSERT INTO staffing_rule (code, in_force_from, in_force_until, industries, staff_from, staff_to, need, mark, source)
SELECT code, since, until, industries, staff_from, staff_to, need, 'KNOWN', source
FROM (VALUES ('2014-12-01'::date, '2021-09-01'::date, '安全生产法（2014年修正）第二十一条'), ('2021-09-01', NULL, '安全生产法（2021年修正）第二十四条')) AS edition (since, until, source)
CROSS JOIN (VALUES
    ('named-industries', ARRAY['hazchem-production', 'hazchem-trading', 'mine-open-pit', 'mine-underground', 'mine-small-quarry', 'mine-tailings-pond', 'mine-exploration',
                               'mine-contractor', 'oil-gas', 'steelmaking', 'ironmaking', 'ferroalloy', 'nonferrous', 'fireworks-production', 'fireworks-wholesale',
                               'coal-mine', 'construction', 'transport'], 0, NULL::int, 'BODY_OR_FULL_TIME'),
    ('others-over-100', NULL, 101, NULL, 'BODY_OR_FULL_TIME'),
    ('others-up-to-100', NULL, 0, 100, 'ANY_MANAGER')) AS rule (code, industries, staff_from, staff_to, need);
GRANT SELECT ON staffing_rule TO chizheng_service;
