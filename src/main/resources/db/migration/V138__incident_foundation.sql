-- What can go wrong in a room, as data. breach: somebody is to blame, so that the candidate is told and the authority decides; effects: what it may decide beside that nothing is
-- held against the candidate. credits_time: candidates may get the time back that they lost. ban_term: the policy's term with the years without an examination.
-- Jiangsu's own rules were not found: the breaches are those of Beijing's rule of 2009, as it was reposted.
CREATE TABLE incident_class (
    code           text NOT NULL,
    kind           text NOT NULL CHECK (kind IN ('GENERAL', 'SERIOUS', 'TECHNICAL', 'HEALTH', 'OTHER')),
    ordinal        int  NOT NULL,
    zh             text NOT NULL,
    en             text NOT NULL,
    breach         boolean NOT NULL,
    credits_time   boolean NOT NULL,
    effects        text[] NOT NULL CHECK (effects <@ ARRAY['WARNING', 'ZERO', 'REMOVAL', 'BAN']),
    ban_term       text CHECK (ban_term IN ('FRAUD_BAN_YEARS', 'EXAM_BAN_YEARS')),
    article        text NOT NULL,
    in_force_from  date NOT NULL,
    in_force_until date,                                   -- exclusive; null while in force
    mark           text NOT NULL CHECK (mark IN ('SOURCED', 'KNOWN', 'UNCERTAIN', 'DERIVED')),
    PRIMARY KEY (code, in_force_from),
    CHECK (in_force_until IS NULL OR in_force_until > in_force_from),
    CHECK (breach = (cardinality(effects) > 0)),
    CHECK (('BAN' = ANY (effects)) = (ban_term IS NOT NULL))
);
GRANT SELECT ON incident_class TO chizheng_service;

INSERT INTO incident_class (code, kind, ordinal, zh, en, breach, credits_time, effects, ban_term, article, in_force_from, mark)
SELECT code, kind, ordinal, zh, en, kind IN ('GENERAL', 'SERIOUS'), credits, CASE kind WHEN 'GENERAL' THEN ARRAY['WARNING', 'ZERO'] WHEN 'SERIOUS' THEN ARRAY['ZERO', 'REMOVAL', 'BAN'] ELSE '{}' END,
       ban_term, CASE WHEN kind IN ('GENERAL', 'SERIOUS') THEN '北京市安全生产考核考场纪律规定（2009年，据转载）；江苏未见对应规定，暂用' ELSE '考场记录事项，不是违规' END,
       '2009-01-01', CASE WHEN kind IN ('GENERAL', 'SERIOUS') THEN 'UNCERTAIN' ELSE 'DERIVED' END
FROM (VALUES
    ('ITEMS', 'GENERAL', 1, '携带规定以外的物品，未放在指定位置', 'Things brought in that are not allowed, and not put where told', false, NULL),
    ('SEAT', 'GENERAL', 2, '未在规定的座位参加考试', 'Sat in another seat than the one given', false, NULL),
    ('TALKING', 'GENERAL', 3, '考试期间交头接耳、打手势', 'Talked or gave signs', false, NULL),
    ('OUT_OF_TIME', 'GENERAL', 4, '开始前答题或者结束后继续答题', 'Answered before the start or after the end', false, NULL),
    ('DISORDER', 'GENERAL', 5, '喧哗、吸烟等扰乱考场秩序', 'Noise, smoking or other disorder', false, NULL),
    ('FORGED', 'SERIOUS', 11, '使用伪造、变造的证件或者证明材料', 'Forged or altered documents', false, 'FRAUD_BAN_YEARS'),
    ('DEVICE', 'SERIOUS', 12, '使用手机等通信设备或者查看资料', 'Used a telephone, another device or notes', false, 'EXAM_BAN_YEARS'),
    ('EXCHANGE', 'SERIOUS', 13, '传递、交换试卷或者答案', 'Passed on or exchanged papers or answers', false, 'EXAM_BAN_YEARS'),
    ('COPYING', 'SERIOUS', 14, '抄袭或者协助他人抄袭', 'Copied, or helped others to copy', false, 'EXAM_BAN_YEARS'),
    ('IMPERSONATION', 'SERIOUS', 15, '冒名顶替', 'Sat for somebody else, or had somebody else sit', false, 'FRAUD_BAN_YEARS'),
    ('COLLUSION', 'SERIOUS', 16, '与考试工作人员串通作弊', 'Colluded with staff', false, 'FRAUD_BAN_YEARS'),
    ('POWER', 'TECHNICAL', 21, '停电', 'Power cut', true, NULL),
    ('NETWORK', 'TECHNICAL', 22, '网络中断', 'Network down', true, NULL),
    ('EQUIPMENT', 'TECHNICAL', 23, '考试机、键盘、显示器等设备故障', 'Faulty computer, keyboard or screen', true, NULL),
    ('SOFTWARE', 'TECHNICAL', 24, '考试系统故障', 'Fault of the examination system', true, NULL),
    ('ILLNESS', 'HEALTH', 31, '考生突发疾病或者身体不适', 'Candidate taken ill', true, NULL),
    ('ALARM', 'OTHER', 41, '火警、疏散等突发情况', 'Alarm, evacuation', true, NULL),
    ('OTHER', 'OTHER', 42, '其他情况', 'Something else', false, NULL)
) AS c (code, kind, ordinal, zh, en, credits, ban_term);

-- What happened. account: in the staff's words, under seal, for it may tell of health. enrolment_id null: the whole room.
CREATE TABLE incident (
    id               uuid PRIMARY KEY,
    session_id       uuid NOT NULL REFERENCES exam_session,
    enrolment_id     uuid REFERENCES enrolment,
    class            text NOT NULL,
    class_from       date NOT NULL,
    happened_at      timestamptz NOT NULL,
    account_sealed   bytea NOT NULL,
    reported_by      text NOT NULL,
    reported_person  uuid REFERENCES person,
    reported_at      timestamptz NOT NULL,
    credited_minutes int CHECK (credited_minutes BETWEEN 1 AND 240),
    credited_by      text,
    credited_at      timestamptz,
    withdrawn_by     text,
    withdrawn_at     timestamptz,
    withdrawn_reason text,
    FOREIGN KEY (class, class_from) REFERENCES incident_class,
    CHECK (num_nulls(credited_minutes, credited_by, credited_at) IN (0, 3)),
    CHECK (num_nulls(withdrawn_by, withdrawn_at, withdrawn_reason) IN (0, 3))
);
CREATE INDEX incident_session ON incident (session_id);
CREATE INDEX incident_enrolment ON incident (enrolment_id) WHERE enrolment_id IS NOT NULL;
CREATE INDEX incident_newest ON incident (reported_at DESC);
CREATE INDEX incident_class_of ON incident (class, class_from);
CREATE INDEX incident_reported_person ON incident (reported_person) WHERE reported_person IS NOT NULL;

-- A file, a note or where the video is found: the recording itself is kept elsewhere. content: file or note under seal; digest: SHA-256 of what was sealed, or of the reference.
CREATE TABLE incident_evidence (
    id             uuid PRIMARY KEY,
    incident_id    uuid NOT NULL REFERENCES incident,
    kind           text NOT NULL CHECK (kind IN ('FILE', 'NOTE', 'VIDEO')),
    name           text NOT NULL,
    media_type     text,
    bytes          int,
    content_sealed bytea,
    recording      text,
    camera         text,
    from_at        timestamptz,
    until_at       timestamptz,
    digest         text NOT NULL,
    added_by       text NOT NULL,
    added_at       timestamptz NOT NULL,
    CHECK ((kind = 'VIDEO') = (content_sealed IS NULL)),
    CHECK (num_nulls(recording, camera, from_at, until_at) = CASE kind WHEN 'VIDEO' THEN 0 ELSE 4 END),
    CHECK (until_at IS NULL OR until_at > from_at),
    CHECK ((kind = 'FILE') = (media_type IS NOT NULL) AND (kind = 'FILE') = (bytes IS NOT NULL))
);
CREATE INDEX incident_evidence_of ON incident_evidence (incident_id);

-- Two of the staff, and never the same account or person twice. digest: over what they saw.
CREATE TABLE incident_signature (
    incident_id    uuid NOT NULL REFERENCES incident,
    place          int  NOT NULL CHECK (place IN (1, 2)),
    signer         text NOT NULL,
    person_id      uuid REFERENCES person,
    digest         text NOT NULL,
    signed_at      timestamptz NOT NULL,
    PRIMARY KEY (incident_id, place),
    UNIQUE (incident_id, signer)
);
CREATE UNIQUE INDEX incident_signature_person ON incident_signature (incident_id, person_id) WHERE person_id IS NOT NULL;
CREATE INDEX incident_signature_by ON incident_signature (person_id) WHERE person_id IS NOT NULL;

-- The candidate was told, and what the candidate said to it.
CREATE TABLE incident_notice (
    incident_id      uuid PRIMARY KEY REFERENCES incident,
    told_at          timestamptz NOT NULL,
    how              text NOT NULL CHECK (how IN ('IN_PERSON', 'IN_WRITING', 'BY_PHONE')),
    statement_sealed bytea,                                -- null: said nothing
    signature        text NOT NULL CHECK (signature IN ('SIGNED', 'REFUSED', 'ABSENT')),
    remark           text,
    told_by          text NOT NULL,
    recorded_at      timestamptz NOT NULL,
    CHECK (signature = 'SIGNED' OR remark IS NOT NULL)
);

-- The authority's decision, and the one on the candidate's appeal. The later one stands; the earlier stays on record.
CREATE TABLE incident_decision (
    id             uuid PRIMARY KEY,
    incident_id    uuid NOT NULL REFERENCES incident,
    stage          text NOT NULL CHECK (stage IN ('FIRST', 'APPEAL')),
    effect         text NOT NULL CHECK (effect IN ('NONE', 'WARNING', 'ZERO', 'REMOVAL', 'BAN')),
    ban_until      date,                                   -- last day
    reasons        text NOT NULL,
    decided_by     text NOT NULL,
    person_id      uuid REFERENCES person,
    decided_at     timestamptz NOT NULL,
    appeal_due     date,                                   -- last day for the candidate's appeal; none against the second
    UNIQUE (incident_id, stage),
    CHECK ((effect = 'BAN') = (ban_until IS NOT NULL)),
    CHECK ((stage = 'FIRST') = (appeal_due IS NOT NULL))
);
CREATE INDEX incident_decision_person ON incident_decision (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE incident_appeal (
    incident_id    uuid PRIMARY KEY REFERENCES incident,
    grounds_sealed bytea NOT NULL,
    filed_by       text NOT NULL,
    filed_at       timestamptz NOT NULL,
    answer_due     date NOT NULL
);

-- Who recorded or signed decides nothing, and who decided first does not decide again; said here too, so that a mistake of ours fails.
CREATE FUNCTION incident_decided_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM incident i WHERE i.id = NEW.incident_id AND (i.reported_by = NEW.decided_by OR i.reported_person = NEW.person_id))
       OR EXISTS (SELECT 1 FROM incident_signature s WHERE s.incident_id = NEW.incident_id AND (s.signer = NEW.decided_by OR s.person_id = NEW.person_id))
       OR EXISTS (SELECT 1 FROM incident_decision d WHERE d.incident_id = NEW.incident_id AND (d.decided_by = NEW.decided_by OR d.person_id = NEW.person_id)) THEN
        RAISE EXCEPTION 'incident % is decided by somebody who had a hand in it', NEW.incident_id;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER incident_decision_by_another BEFORE INSERT ON incident_decision FOR EACH ROW EXECUTE FUNCTION incident_decided_by_another();

-- Sittings that count nothing, by the decision that stands.
CREATE VIEW zeroed_sitting AS
SELECT s.id AS sitting_id, i.id AS incident_id
FROM incident i JOIN sitting s ON s.enrolment_id = i.enrolment_id
JOIN LATERAL (SELECT d.effect FROM incident_decision d WHERE d.incident_id = i.id ORDER BY d.decided_at DESC LIMIT 1) d ON d.effect IN ('ZERO', 'REMOVAL', 'BAN');

-- Sittings whose score a decision may move wait here for scoring.
CREATE TABLE zeroing_pending (
    sitting_id     uuid PRIMARY KEY REFERENCES sitting,
    failures       int NOT NULL DEFAULT 0,
    retry_at       timestamptz NOT NULL DEFAULT '-infinity'
);
CREATE INDEX zeroing_pending_due ON zeroing_pending (retry_at);

GRANT SELECT, INSERT ON incident, incident_evidence, incident_signature, incident_notice, incident_decision, incident_appeal TO chizheng_service;
GRANT UPDATE (credited_minutes, credited_by, credited_at, withdrawn_by, withdrawn_at, withdrawn_reason) ON incident TO chizheng_service;
GRANT SELECT ON zeroed_sitting TO chizheng_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON zeroing_pending TO chizheng_service;
