-- Whether a practical that is broken off uses an attempt, by its cause. What the station or the staff cause never does.
INSERT INTO policy_term (policy, term, value, unit, mark, source)
SELECT p.id, t.term, CASE p.post_category WHEN 'OPERATOR' THEN t.value ELSE 'NO' END, 'yes/no',
       CASE p.post_category WHEN 'OPERATOR' THEN 'UNCERTAIN' ELSE 'KNOWN' END,
       CASE p.post_category WHEN 'OPERATOR' THEN t.source ELSE '不设实操' END
FROM policy p CROSS JOIN (VALUES
    ('PRACTICAL_LEAVING_COUNTS', 'YES', '考生中途离场是否计次，未见规定，暂定计次'),
    ('PRACTICAL_ILLNESS_COUNTS', 'NO', '考生身体不适中止是否计次，未见规定，暂定不计次')) AS t (term, value, source);
