-- Who may not hold a post or work in an industry 行业禁入, beside bans from examinations (record_fact BAN).
CREATE TABLE occupation_ban_kind (
    code          text PRIMARY KEY,
    ordinal       int  NOT NULL,
    zh            text NOT NULL,
    en            text NOT NULL,
    post_category text REFERENCES post_category,       -- null: every post
    one_industry  boolean NOT NULL,                    -- only in the industry that the decision names
    years         int,                                 -- null: for life, or until the day that the decision names
    mark          text NOT NULL CHECK (mark IN ('SOURCED', 'KNOWN', 'UNCERTAIN', 'DERIVED')),
    source        text NOT NULL
);
INSERT INTO occupation_ban_kind (code, ordinal, zh, en, post_category, one_industry, years, mark, source) VALUES
('PRINCIPAL_FIVE_YEARS', 1, '五年内不得担任生产经营单位的主要负责人', 'No principal of any enterprise for five years', 'PRINCIPAL', false, 5, 'KNOWN', '安全生产法第九十四条第三款'),
('PRINCIPAL_FOR_LIFE', 2, '终身不得担任本行业生产经营单位的主要负责人', 'Never again a principal in the industry', 'PRINCIPAL', true, NULL, 'KNOWN', '安全生产法第九十四条第三款'),
('COURT', 3, '从业禁止（法院判决）', 'Barred from the profession by a court', NULL, false, NULL, 'KNOWN', '刑法第三十七条之一'),
('INDUSTRY', 4, '行业禁入', 'Barred from an industry', NULL, true, NULL, 'UNCERTAIN', '江苏省“十四五”安全生产规划（依法实施市场和行业禁入措施）');
CREATE TABLE occupation_ban (
    id          uuid PRIMARY KEY,
    person_id   uuid NOT NULL REFERENCES person,
    kind        text NOT NULL REFERENCES occupation_ban_kind,
    industry    text REFERENCES industry_type,
    region      text NOT NULL REFERENCES region,       -- of the authority that entered it
    since       date NOT NULL,
    until       date,                                  -- last day; null for life
    decision    text NOT NULL,                         -- number of the decision
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    lifted_at   timestamptz,
    lifted_by   text,
    lifted_why  text,
    CHECK (until >= since AND num_nonnulls(lifted_at, lifted_by, lifted_why) IN (0, 3))
);
CREATE INDEX occupation_ban_person ON occupation_ban (person_id);
CREATE INDEX occupation_ban_of_kind ON occupation_ban (kind);
CREATE INDEX occupation_ban_industry ON occupation_ban (industry) WHERE industry IS NOT NULL;
CREATE INDEX occupation_ban_region ON occupation_ban (region, recorded_at DESC);
GRANT SELECT ON occupation_ban_kind TO chizheng_service;
GRANT SELECT, INSERT ON occupation_ban TO chizheng_service;
GRANT UPDATE (lifted_at, lifted_by, lifted_why) ON occupation_ban TO chizheng_service;
