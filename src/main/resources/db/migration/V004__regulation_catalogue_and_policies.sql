-- Every fact carries its mark: SOURCED, KNOWN (general knowledge of the regulation, not re-read), UNCERTAIN (shown as provisional), DERIVED.
CREATE TABLE catalogue (
    code        text PRIMARY KEY,
    zh          text NOT NULL,
    en          text NOT NULL,
    in_force_from  date NOT NULL,
    in_force_until date,                    -- exclusive; null while in force
    mark        text NOT NULL CHECK (mark IN ('SOURCED', 'KNOWN', 'UNCERTAIN', 'DERIVED')),
    source      text NOT NULL
);

CREATE TABLE post_category (
    code        text PRIMARY KEY CHECK (code IN ('PRINCIPAL', 'MANAGER', 'OPERATOR')),
    ordinal     int  NOT NULL,
    zh          text NOT NULL,
    en          text NOT NULL,
    document_zh text NOT NULL,
    document_en text NOT NULL
);

CREATE TABLE occupation_category (
    code        text PRIMARY KEY,
    catalogue   text NOT NULL REFERENCES catalogue,
    ordinal     int  NOT NULL,
    zh          text NOT NULL,
    en          text NOT NULL
);

CREATE TABLE occupation_item (
    code        text PRIMARY KEY,
    category    text NOT NULL REFERENCES occupation_category,
    ordinal     int  NOT NULL,
    zh          text NOT NULL,
    en          text NOT NULL
);
CREATE INDEX occupation_item_category ON occupation_item (category);

CREATE TABLE industry_type (
    code        text PRIMARY KEY,
    catalogue   text NOT NULL REFERENCES catalogue,
    ordinal     int  NOT NULL,
    zh          text NOT NULL,
    en          text NOT NULL,
    mandatory   boolean NOT NULL,
    mark        text NOT NULL CHECK (mark IN ('SOURCED', 'KNOWN', 'UNCERTAIN', 'DERIVED'))
);

-- What a person can be certified in: a post category with an operation item, or with an industry type. Subjects, requirements and certificates name it.
CREATE TABLE qualification (
    code          text PRIMARY KEY,
    post_category text NOT NULL REFERENCES post_category,
    item          text REFERENCES occupation_item,
    industry      text REFERENCES industry_type,
    zh            text NOT NULL,
    en            text NOT NULL,
    CHECK ((post_category = 'OPERATOR') = (item IS NOT NULL)),
    CHECK ((item IS NULL) <> (industry IS NULL))
);
CREATE INDEX qualification_post_category ON qualification (post_category);

-- "item A covers item B", as data; a qualification always covers itself without a row.
CREATE TABLE qualification_cover (
    covering      text NOT NULL REFERENCES qualification,
    covered       text NOT NULL REFERENCES qualification,
    in_force_from  date NOT NULL,
    in_force_until date,
    mark          text NOT NULL CHECK (mark IN ('SOURCED', 'KNOWN', 'UNCERTAIN', 'DERIVED')),
    source        text NOT NULL,
    PRIMARY KEY (covering, covered, in_force_from)
);
CREATE INDEX qualification_cover_covered ON qualification_cover (covered);

-- A policy is one version of the law for one post category (and, where the law is special, one qualification).
CREATE TABLE policy (
    id            text PRIMARY KEY,
    instrument_zh text NOT NULL,
    instrument_en text NOT NULL,
    post_category text NOT NULL REFERENCES post_category,
    qualification text REFERENCES qualification,
    in_force_from  date NOT NULL,
    in_force_until date,                    -- exclusive; null while in force
    CHECK (in_force_until IS NULL OR in_force_until > in_force_from)
);
CREATE INDEX policy_for ON policy (post_category, in_force_from);

-- One legal number or word of a policy. The term names are those of the enum PolicyTerm; numbers are integers, lists are comma separated.
CREATE TABLE policy_term (
    policy      text NOT NULL REFERENCES policy,
    term        text NOT NULL,
    value       text NOT NULL,
    unit        text NOT NULL,
    mark        text NOT NULL CHECK (mark IN ('SOURCED', 'KNOWN', 'UNCERTAIN', 'DERIVED')),
    source      text NOT NULL,
    PRIMARY KEY (policy, term)
);

-- Statutory retirement age (NPC Standing Committee decision of 2024-09-13): from the first birth month on, one month more for each step of birth months, up to the cap.
CREATE TABLE retirement_schedule (
    worker_kind       text PRIMARY KEY CHECK (worker_kind IN ('MALE', 'FEMALE_STAFF', 'FEMALE_WORKER')),
    base_months       int  NOT NULL,
    first_birth_month date NOT NULL,
    step_months       int  NOT NULL,
    cap_months        int  NOT NULL,
    mark              text NOT NULL CHECK (mark IN ('SOURCED', 'KNOWN', 'UNCERTAIN', 'DERIVED')),
    source            text NOT NULL
);

GRANT SELECT ON catalogue, post_category, occupation_category, occupation_item, industry_type, qualification, qualification_cover, policy, policy_term,
    retirement_schedule TO chizheng_service;
