-- How often a candidate may change a booked place, and until when. No law is known that says it; both are the authority's to set.
INSERT INTO policy_term (policy, term, value, unit, mark, source)
SELECT p.id, t.term, t.value, t.unit, 'UNCERTAIN', t.source
FROM policy p CROSS JOIN (VALUES
    ('BOOKING_MOVES', '2', 'times', '预约改期次数，未见规定，由考试机构自定，暂定2次'),
    ('BOOKING_CLOSES_HOURS', '24', 'hours', '开考前停止预约和改期，未见规定，由考试机构自定，暂定24小时')) AS t (term, value, unit, source);
