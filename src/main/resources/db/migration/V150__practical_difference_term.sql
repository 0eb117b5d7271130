-- Two assessors whose sums differ by more than this call a third. No regulation that was read says how much is too much.
INSERT INTO policy_term (policy, term, value, unit, mark, source)
SELECT p.id, 'PRACTICAL_DIFFERENCE', CASE p.post_category WHEN 'OPERATOR' THEN '10' ELSE '0' END, 'points',
       CASE p.post_category WHEN 'OPERATOR' THEN 'UNCERTAIN' ELSE 'KNOWN' END,
       CASE p.post_category WHEN 'OPERATOR' THEN '两名考评员评分之差的上限，未见规定，暂定' ELSE '不设实操' END
FROM policy p;
