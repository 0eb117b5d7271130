-- Days between a failed attempt and the next application, and what an examination costs.
INSERT INTO policy_term (policy, term, value, unit, mark, source)
SELECT id, 'ATTEMPT_INTERVAL_DAYS', '0', 'days', 'UNCERTAIN', '未见规定，暂不限制' FROM policy
UNION ALL
SELECT id, 'EXAM_FEE', '0', 'yuan', CASE post_category WHEN 'OPERATOR' THEN 'UNCERTAIN' ELSE 'SOURCED' END,
       CASE post_category WHEN 'OPERATOR' THEN '未见规定，暂不收费' ELSE '安全生产法第二十七条（考核不得收费）' END FROM policy;
