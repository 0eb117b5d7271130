-- What happens after an examination. No rule for rechecks or appeals of results was found in the regulations that were read: all of these are UNCERTAIN, and the law's own
-- numbers take their place as rows when somebody has read them.
-- RECHECK_WORKING_DAYS: within which a candidate may ask, from the day after the release. RECHECK_ANSWER_WORKING_DAYS: within which the answer is due, from the day after the
-- asking. APPEAL_…: the same for an appeal against the outcome. RELEASE_PERSONS: 1, or 2 when one approves and another releases.
INSERT INTO policy_term (policy, term, value, unit, mark, source)
SELECT p.id, t.term, t.value, t.unit, 'UNCERTAIN', t.source
FROM policy p CROSS JOIN (VALUES
    ('RECHECK_WORKING_DAYS', '15', 'working days', '成绩复核申请期限未见规定，暂定15个工作日'),
    ('RECHECK_ANSWER_WORKING_DAYS', '10', 'working days', '成绩复核答复期限未见规定，暂定10个工作日'),
    ('APPEAL_WORKING_DAYS', '10', 'working days', '复核结论申诉期限未见规定，暂定10个工作日'),
    ('APPEAL_ANSWER_WORKING_DAYS', '20', 'working days', '申诉处理期限未见规定，暂定20个工作日'),
    ('RELEASE_PERSONS', '1', 'persons', '成绩公布须几人办理未见规定，暂定1人')) AS t (term, value, unit, source);
