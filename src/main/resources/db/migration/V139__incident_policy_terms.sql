-- Deadlines and years of incidents and of the room's record, for every policy there is.
INSERT INTO policy_term (policy, term, value, unit, mark, source)
SELECT p.id, t.term, t.value, t.unit, t.mark, t.source
FROM policy p CROSS JOIN (VALUES
    ('EXAM_BAN_YEARS', '1', 'years', 'UNCERTAIN', '考试违规（骗取证书以外）的禁考年限未见规定，参照行政许可法第七十八条，暂定'),
    ('INCIDENT_APPEAL_WORKING_DAYS', '5', 'working days', 'UNCERTAIN', '可以申请复核（北京市2009年规定，据转载）；期限未见规定，暂定'),
    ('INCIDENT_ANSWER_WORKING_DAYS', '15', 'working days', 'UNCERTAIN', '复核答复期限未见规定，暂定'),
    ('RECORD_YEARS', '6', 'years', 'UNCERTAIN', '考场记录保存期限未见规定，暂定与证书有效期相同'),
    ('VIDEO_YEARS', '3', 'years', 'SOURCED', '安监总培训〔2013〕104号 第十七条')
) AS t (term, value, unit, mark, source);
