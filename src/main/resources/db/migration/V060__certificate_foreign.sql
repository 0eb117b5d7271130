-- Departments that examine for posts of their own (domain: who must hold what), and to which of them a post belongs.
CREATE TABLE department (
    code           text PRIMARY KEY,
    ordinal        int  NOT NULL,
    zh             text NOT NULL,
    en             text NOT NULL
);
INSERT INTO department (code, ordinal, zh, en) VALUES
('EMERGENCY', 1, '应急管理', 'Emergency management'),
('HOUSING', 2, '住房和城乡建设', 'Housing and urban-rural development'),
('MARKET', 3, '市场监督管理', 'Market regulation'),
('TRANSPORT', 4, '交通运输', 'Transport'),
('MINE_SAFETY', 5, '矿山安全监察', 'Mine safety'),
('INDUSTRY', 6, '工业和信息化', 'Industry and information technology');
GRANT SELECT ON department TO chizheng_service;
ALTER TABLE post ADD COLUMN department text NOT NULL DEFAULT 'EMERGENCY' REFERENCES department;

-- Certificates of other authorities, as a file told of them: never ours to vouch for, shown as such everywhere.
CREATE TABLE foreign_certificate (
    id             uuid PRIMARY KEY,
    person_id      uuid NOT NULL REFERENCES person,
    qualification  text NOT NULL REFERENCES qualification,
    department     text NOT NULL REFERENCES department,
    issuer         text NOT NULL,
    number_sealed  bytea NOT NULL,
    number_index   bytea NOT NULL,
    valid_from     date NOT NULL,
    valid_to       date NOT NULL,
    file_digest    text NOT NULL,
    region         text NOT NULL,                          -- reach of the officer who recorded it; empty for the whole installation
    recorded_by    text NOT NULL,
    recorded_at    timestamptz NOT NULL,
    CHECK (valid_to >= valid_from),
    UNIQUE (number_index, person_id, qualification)
);
CREATE INDEX foreign_certificate_person ON foreign_certificate (person_id);
CREATE INDEX foreign_certificate_recorded ON foreign_certificate (recorded_at DESC);
GRANT SELECT, INSERT ON foreign_certificate TO chizheng_service;

-- Which of them may satisfy a requirement, and only at posts of the same department. It stays empty until a rule that says so has been read.
CREATE TABLE foreign_acceptance (
    department     text NOT NULL REFERENCES department,
    qualification  text NOT NULL REFERENCES qualification,
    in_force_from  date NOT NULL,
    in_force_until date,                                   -- exclusive; null while in force
    mark           text NOT NULL CHECK (mark IN ('SOURCED', 'KNOWN', 'UNCERTAIN', 'DERIVED')),
    source         text NOT NULL,
    PRIMARY KEY (department, qualification, in_force_from)
);
GRANT SELECT ON foreign_acceptance TO chizheng_service;
