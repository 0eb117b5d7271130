-- When a candidate should be there, and how long the pictures taken at the entrance are kept.
INSERT INTO policy_term (policy, term, value, unit, mark, source)
SELECT id, 'ARRIVAL_MINUTES', '30', 'min', 'UNCERTAIN', '开考前到场时间，暂定' FROM policy
UNION ALL
SELECT id, 'CHECK_IN_PHOTO_DAYS', '180', 'days', 'UNCERTAIN', '入场现场照片保存期限，暂定；0为不删除' FROM policy;
