-- On which grounds an act may be done, by policy and with dates of its own. severe: another officer must confirm it. ban_term: the policy's term with the years
-- for which the holder may not be examined afterwards. A policy without rows allows no such act.
CREATE TABLE certificate_act_ground (
    policy         text NOT NULL REFERENCES policy,
    act            text NOT NULL CHECK (act IN ('SUSPEND', 'REINSTATE', 'REVOKE', 'WITHDRAW', 'CANCEL')),
    ground         text NOT NULL,
    ordinal        int  NOT NULL,
    zh             text NOT NULL,
    en             text NOT NULL,
    article        text NOT NULL,
    severe         boolean NOT NULL,
    ban_term       text CHECK (ban_term = 'FRAUD_BAN_YEARS'),
    in_force_from  date NOT NULL,
    in_force_until date,                                   -- exclusive; null while in force
    mark           text NOT NULL CHECK (mark IN ('SOURCED', 'KNOWN', 'UNCERTAIN', 'DERIVED')),
    PRIMARY KEY (policy, act, ground, in_force_from),
    CHECK (in_force_until IS NULL OR in_force_until > in_force_from)
);
GRANT SELECT ON certificate_act_ground TO chizheng_service;

INSERT INTO certificate_act_ground (policy, act, ground, ordinal, zh, en, article, severe, ban_term, in_force_from, mark)
SELECT p.policy, g.act, g.ground, g.ordinal, g.zh, g.en, g.article || p.remark, g.severe, g.ban_term, p.since,
       CASE WHEN p.remark = '' THEN g.mark ELSE 'UNCERTAIN' END
FROM (VALUES
    ('REVOKE', 'FRAUD', 1, '以欺骗、贿赂等不正当手段取得证书', 'Obtained by fraud or bribery', '总局令第30号 第三十条第（五）项', true, 'FRAUD_BAN_YEARS', 'KNOWN'),
    ('REVOKE', 'FALSE_RECORD', 2, '证书登记内容虚假', 'What it records is false', '总局令第30号 第三十条第（四）项', true, NULL, 'KNOWN'),
    ('REVOKE', 'ACCIDENT', 3, '对发生生产安全事故负有责任', 'Responsible for an accident', '总局令第30号 第三十条第（三）项', true, NULL, 'KNOWN'),
    ('REVOKE', 'UNFIT', 4, '身体条件已不适合继续从事特种作业', 'No longer physically fit', '总局令第30号 第三十条第（二）项', true, NULL, 'KNOWN'),
    ('REVOKE', 'NOT_RENEWED', 5, '超过有效期未延期复审', 'Expired without renewal', '总局令第30号 第三十条第（一）项', false, NULL, 'KNOWN'),
    ('CANCEL', 'DEATH', 1, '持证人死亡', 'Death of the holder', '总局令第30号 第三十一条第（一）项', false, NULL, 'KNOWN'),
    ('CANCEL', 'OWN_REQUEST', 2, '持证人申请注销', 'At the holder''s own request', '总局令第30号 第三十一条第（二）项', false, NULL, 'KNOWN'),
    ('SUSPEND', 'OFF_THE_JOB', 1, '离开岗位六个月以上，须重新进行实际操作考试', 'Off the job for six months: the practical must be taken again', '总局令第30号 第三十二条', false, NULL, 'UNCERTAIN'),
    ('REINSTATE', 'CAUSE_GONE', 1, '暂停的原因已经消除', 'The cause of the suspension is gone', '依原暂停决定', false, NULL, 'UNCERTAIN')
) AS g (act, ground, ordinal, zh, en, article, severe, ban_term, mark)
CROSS JOIN (VALUES
    ('order-30-operator', '2010-07-01'::date, ''),
    ('order-19-operator', '2026-06-01'::date, '（第19号令条文未读，暂按旧规）')) AS p (policy, since, remark);

INSERT INTO certificate_act_ground (policy, act, ground, ordinal, zh, en, article, severe, ban_term, in_force_from, mark)
SELECT p.policy, g.act, g.ground, g.ordinal, g.zh, g.en, g.article, g.severe, g.ban_term, '2012-03-01', g.mark
FROM (VALUES
    ('SUSPEND', 'DUTY_NEGLECTED', 1, '未履行安全生产管理职责', 'Duties of safety management neglected', '安全生产法 第九十六条', false, NULL, 'SOURCED'),
    ('WITHDRAW', 'DUTY_NEGLECTED_SEVERE', 1, '未履行职责导致发生生产安全事故，情节严重', 'Duties neglected, leading to an accident: severe', '安全生产法 第九十六条', true, NULL, 'SOURCED'),
    ('REVOKE', 'FRAUD', 1, '以欺骗、贿赂等不正当手段取得证书', 'Obtained by fraud or bribery', '行政许可法 第六十九条', true, 'FRAUD_BAN_YEARS', 'UNCERTAIN'),
    ('REVOKE', 'ISSUED_WRONGLY', 2, '发证机关违反规定准予', 'Issued against the rules', '行政许可法 第六十九条', true, NULL, 'UNCERTAIN'),
    ('CANCEL', 'DEATH', 1, '持证人死亡', 'Death of the holder', '行政许可法 第七十条', false, NULL, 'UNCERTAIN'),
    ('CANCEL', 'OWN_REQUEST', 2, '持证人申请注销', 'At the holder''s own request', '行政许可法 第七十条', false, NULL, 'UNCERTAIN'),
    ('REINSTATE', 'CAUSE_GONE', 1, '暂停的原因已经消除', 'The cause of the suspension is gone', '依原暂停决定', false, NULL, 'UNCERTAIN')
) AS g (act, ground, ordinal, zh, en, article, severe, ban_term, mark)
CROSS JOIN (VALUES ('order-44-principal'), ('order-44-manager')) AS p (policy);

-- An act that waits for another officer. Whoever proposed it does not confirm it; that is said here too, so that a mistake of ours fails.
CREATE TABLE certificate_proposal (
    id             uuid PRIMARY KEY,
    certificate_id uuid NOT NULL REFERENCES certificate,
    act            text NOT NULL CHECK (act IN ('SUSPEND', 'REINSTATE', 'REVOKE', 'WITHDRAW', 'CANCEL')),
    ground         text NOT NULL,
    policy         text NOT NULL REFERENCES policy,
    reason         text NOT NULL,
    document       text NOT NULL,
    effective_on   date NOT NULL,
    proposed_by    text NOT NULL,
    proposed_at    timestamptz NOT NULL,
    expires_on     date NOT NULL,                          -- last day on which it can be confirmed
    decision       text CHECK (decision IN ('CONFIRMED', 'DECLINED', 'EXPIRED')),
    decided_by     text,
    decided_at     timestamptz,
    decision_note  text,
    CHECK ((decision IS NULL) = (decided_at IS NULL)),
    CHECK (decision IS DISTINCT FROM 'CONFIRMED' OR decided_by <> proposed_by)
);
CREATE UNIQUE INDEX certificate_proposal_open ON certificate_proposal (certificate_id) WHERE decision IS NULL;
CREATE INDEX certificate_proposal_of ON certificate_proposal (certificate_id);
GRANT SELECT, INSERT ON certificate_proposal TO chizheng_service;
GRANT UPDATE (decision, decided_by, decided_at, decision_note) ON certificate_proposal TO chizheng_service;

-- An application for renewal 换证, by the holder or by an officer for the holder, and what became of it.
CREATE TABLE certificate_renewal (
    id             uuid PRIMARY KEY,
    certificate_id uuid NOT NULL REFERENCES certificate,
    policy         text NOT NULL REFERENCES policy,        -- of the day of application: its conditions were met
    asked_by       text NOT NULL,
    asked_by_holder boolean NOT NULL,
    asked_at       timestamptz NOT NULL,
    health_on      date,
    hours          int  NOT NULL CHECK (hours BETWEEN 0 AND 1000),
    training_document text NOT NULL,
    decision       text CHECK (decision IN ('GRANTED', 'REFUSED')),
    decided_by     text,
    decided_at     timestamptz,
    decision_note  text,
    CHECK ((decision IS NULL) = (decided_at IS NULL))
);
CREATE UNIQUE INDEX certificate_renewal_open ON certificate_renewal (certificate_id) WHERE decision IS NULL;
CREATE INDEX certificate_renewal_of ON certificate_renewal (certificate_id);
GRANT SELECT, INSERT ON certificate_renewal TO chizheng_service;
GRANT UPDATE (decision, decided_by, decided_at, decision_note) ON certificate_renewal TO chizheng_service;
