-- Legal and planned numbers of this package as dated data; the newest that is in force decides. Marks as in policy_term.
CREATE TABLE goal_term (
    term           text NOT NULL,
    value          int  NOT NULL,
    unit           text NOT NULL,
    in_force_from  date NOT NULL,
    mark           text NOT NULL CHECK (mark IN ('SOURCED', 'KNOWN', 'UNCERTAIN', 'DERIVED')),
    source         text NOT NULL,
    PRIMARY KEY (term, in_force_from)
);
INSERT INTO goal_term (term, value, unit, in_force_from, mark, source) VALUES
('ENFORCEMENT_POSTS', 4985, 'posts', '2021-01-01', 'SOURCED', '江苏省“十四五”安全生产规划 一(一)：省、市、县三级应急管理部门配备监管执法人员4985人'),
('ENFORCEMENT_SHARE', 75, 'percent', '2021-01-01', 'SOURCED', '江苏省“十四五”安全生产规划 三(四)6：市、县两级具有安全生产相关专业学历和实践经验的执法人员不低于在职人员的75%'),
('PRACTICE_MONTHS', 12, 'months', '2021-01-01', 'UNCERTAIN', '规划未规定“实践经验”的年限，暂定从事安全生产相关工作满12个月'),
('NEW_HIRE_MONTHS', 12, 'months', '2021-01-01', 'UNCERTAIN', '规划未定义“新招录”，暂定到本企业上岗未满12个月'),
('PASS_MONTHS', 12, 'months', '2021-01-01', 'UNCERTAIN', '总局令第3号规定每年再培训，暂按最近12个月内培训考核合格'),
('ANSWER_WORKING_DAYS', 10, 'working_days', '2021-01-01', 'UNCERTAIN', '督办事项的答复期限未见规定，暂定'),
('EXPIRING_DAYS', 90, 'days', '2021-01-01', 'UNCERTAIN', '证书集中到期的提前量，暂定'),
('EXPIRING_LEAST', 5, 'certificates', '2021-01-01', 'UNCERTAIN', '多少本证书同期到期算“集中”，暂定');

-- How the sentence of the three-year plan is read. Both stay; none is the right one by itself.
CREATE TABLE goal_reading (
    code    text PRIMARY KEY,
    ordinal int  NOT NULL,
    zh      text NOT NULL,
    en      text NOT NULL,
    mark    text NOT NULL CHECK (mark IN ('SOURCED', 'KNOWN', 'UNCERTAIN', 'DERIVED')),
    source  text NOT NULL
);
INSERT INTO goal_reading (code, ordinal, zh, en, mark, source) VALUES
('three-years', 1, '三年完成（每年50万人，2023–2025年）', 'Within three years (500,000 a year, 2023–2025)', 'UNCERTAIN', '江苏省“十四五”安全生产规划 三(六)1：150万人与“三年培养计划”在同一句；起始年未载明，暂按规划期的后三年'),
('five-years', 2, '规划期五年完成（每年30万人，2021–2025年）', 'Within the five years of the plan (300,000 a year, 2021–2025)', 'UNCERTAIN', '江苏省“十四五”安全生产规划 三(六)1：150万人也可理解为整个规划期的总数');

-- A target of a year: of the province (region 32) with the rule by which it is split, or of a city that has its own. A change closes known_until and adds a row.
CREATE TABLE goal_target (
    id          uuid PRIMARY KEY,
    reading     text NOT NULL REFERENCES goal_reading,
    kind        text NOT NULL CHECK (kind IN ('OPERATING', 'SPECIALIST', 'CADRE')),
    year        int  NOT NULL CHECK (year BETWEEN 2000 AND 2199),
    region      text NOT NULL REFERENCES region,
    persons     bigint NOT NULL CHECK (persons BETWEEN 0 AND 100000000),
    split       text CHECK (split IN ('COUNTIES', 'EQUAL', 'ENTERED')),
    mark        text NOT NULL CHECK (mark IN ('SOURCED', 'KNOWN', 'UNCERTAIN', 'DERIVED')),
    source      text NOT NULL,
    known_from  timestamptz NOT NULL,
    known_until timestamptz,
    set_by      text NOT NULL,
    CHECK ((region = '32') = (split IS NOT NULL))
);
CREATE UNIQUE INDEX goal_target_now ON goal_target (reading, year, kind, region) WHERE known_until IS NULL;
CREATE INDEX goal_target_history ON goal_target (reading, known_from DESC);

INSERT INTO goal_target (id, reading, kind, year, region, persons, split, mark, source, known_from, set_by)
SELECT gen_random_uuid(), r.reading, k.kind, y.year, '32', k.persons / r.years + CASE WHEN y.year - r.first < k.persons % r.years THEN 1 ELSE 0 END, 'COUNTIES', 'DERIVED',
       '江苏省“十四五”安全生产规划 三(六)1：' || k.said || '；按' || r.years || '年均分', now(), 'system'
FROM (VALUES ('three-years', 2023, 3), ('five-years', 2021, 5)) r (reading, first, years)
CROSS JOIN (VALUES ('OPERATING', 1500000, '培训生产经营单位主要负责人、安全管理人员和特种作业人员150万人'),
                   ('SPECIALIST', 5000, '培养应急管理专业人才5000人'),
                   ('CADRE', 15000, '培训应急管理干部1.5万人')) k (kind, persons, said)
CROSS JOIN LATERAL generate_series(r.first, r.first + r.years - 1) y (year);

-- Weights that a regulator enters for the split ENTERED; a new set closes the one before.
CREATE TABLE goal_weight (
    id          uuid PRIMARY KEY,
    region      text NOT NULL REFERENCES region,
    weight      bigint NOT NULL CHECK (weight BETWEEN 1 AND 1000000000),
    source      text NOT NULL,
    known_from  timestamptz NOT NULL,
    known_until timestamptz,
    set_by      text NOT NULL
);
CREATE UNIQUE INDEX goal_weight_now ON goal_weight (region) WHERE known_until IS NULL;

GRANT SELECT ON goal_term, goal_reading TO chizheng_service;
GRANT SELECT, INSERT ON goal_target, goal_weight TO chizheng_service;
GRANT UPDATE (known_until) ON goal_target, goal_weight TO chizheng_service;
