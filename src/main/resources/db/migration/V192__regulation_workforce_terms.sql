-- COUNTED_WORKERS: whose requirements are counted in the holder rate; the law (art. 28) names employees, dispatched workers and interns, contractors' people are a choice.
-- ABSENCE_MONTHS: off the job so long or longer, an operator must be examined in practice again before working; 0 for no such rule.
INSERT INTO policy_term (policy, term, value, unit, mark, source)
SELECT id, 'COUNTED_WORKERS', 'EMPLOYEE,DISPATCHED,INTERN', 'kinds', 'UNCERTAIN', '安全生产法第二十八条（含被派遣劳动者、实习学生）；承包商人员是否计入未见规定，暂不计' FROM policy
UNION ALL
SELECT id, 'ABSENCE_MONTHS', CASE post_category WHEN 'OPERATOR' THEN '6' ELSE '0' END, 'months',
       CASE WHEN id = 'order-30-operator' THEN 'KNOWN' WHEN post_category = 'OPERATOR' THEN 'UNCERTAIN' ELSE 'KNOWN' END,
       CASE post_category WHEN 'OPERATOR' THEN '总局令第30号 第三十二条（离岗6个月以上重新进行实际操作考试）' ELSE '未见规定' END FROM policy;
