-- fitness_on again: a certificate that was revoked, withdrawn, cancelled or replaced, as it was known, covers nothing from the effective day on, nor does one whose
-- review is overdue (Order 30; reviews that fall due later than the policy's REVIEW_UNTIL are not held). A review does not end a suspension. Certificates of other
-- authorities cover where the data says so, and only at posts of their own department. One requirement is one row, however many certificates cover it.
DROP FUNCTION fitness_on(date, timestamptz);

CREATE FUNCTION review_due_on(certificate uuid, first_due date, issued_under text, as_of date, known_at timestamptz)
RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT CASE WHEN next.due > (SELECT t.value::date FROM policy_term t WHERE t.policy = issued_under AND t.term = 'REVIEW_UNTIL' AND t.value <> 'NONE') THEN NULL ELSE next.due END
FROM (SELECT v.review_due, v.effective_on, v.recorded_at, v.seq FROM certificate_event v
      WHERE v.certificate_id = certificate AND v.kind = 'REVIEWED' AND v.effective_on <= as_of AND v.recorded_at <= known_at
      UNION ALL SELECT first_due, '-infinity', '-infinity', 0
      ORDER BY 2 DESC, 3 DESC, 4 DESC LIMIT 1) next (due)
$$;
REVOKE ALL ON FUNCTION review_due_on(uuid, date, text, date, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION review_due_on(uuid, date, text, date, timestamptz) TO chizheng_service;

CREATE FUNCTION fitness_on(as_of date, known_at timestamptz)
RETURNS TABLE (appointment_id uuid, person_id uuid, enterprise_id uuid, region text, zone text, qualification text, covered_until date, in_grace boolean)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT a.id, a.person_id, e.id, e.region, e.zone, r.qualification, GREATEST(held.until, foreign_held.until),
       COALESCE(a.valid_from + make_interval(months => grace.months) > as_of, false)
FROM enterprise e
JOIN post p ON p.enterprise_id = e.id
JOIN requirement r ON r.post_id = p.id
JOIN appointment a ON a.post_id = p.id
CROSS JOIN LATERAL (
    SELECT max(c.valid_to)
    FROM certificate c
    WHERE c.person_id = a.person_id
      AND c.issued_at <= known_at
      AND c.valid_from <= as_of AND c.valid_to >= as_of
      AND (c.qualification = r.qualification
           OR EXISTS (SELECT 1 FROM qualification_cover q
                      WHERE q.covering = c.qualification AND q.covered = r.qualification
                        AND q.in_force_from <= as_of AND (q.in_force_until IS NULL OR q.in_force_until > as_of)))
      AND COALESCE((SELECT v.kind = 'REINSTATED' FROM certificate_event v
                    WHERE v.certificate_id = c.id AND v.kind <> 'REVIEWED' AND v.effective_on <= as_of AND v.recorded_at <= known_at
                    ORDER BY (v.kind IN ('REVOKED', 'WITHDRAWN', 'CANCELLED', 'SUPERSEDED')) DESC, v.effective_on DESC, v.recorded_at DESC, v.seq DESC LIMIT 1), true)
      AND (c.review_due IS NULL OR COALESCE(review_due_on(c.id, c.review_due, c.policy, as_of, known_at) >= as_of, true))) held (until)
CROSS JOIN LATERAL (
    SELECT max(f.valid_to)
    FROM foreign_certificate f
    WHERE f.person_id = a.person_id AND f.department = p.department AND f.qualification = r.qualification
      AND f.recorded_at <= known_at AND f.valid_from <= as_of AND f.valid_to >= as_of
      AND EXISTS (SELECT 1 FROM foreign_acceptance t
                  WHERE t.department = p.department AND t.qualification = r.qualification
                    AND t.in_force_from <= as_of AND (t.in_force_until IS NULL OR t.in_force_until > as_of))) foreign_held (until)
LEFT JOIN (
    SELECT DISTINCT ON (n.code) n.code, t.value::int
    FROM qualification n
    JOIN policy o ON o.post_category = n.post_category AND (o.qualification IS NULL OR o.qualification = n.code)
                 AND o.in_force_from <= as_of AND (o.in_force_until IS NULL OR o.in_force_until > as_of)
    JOIN policy_term t ON t.policy = o.id AND t.term = 'GRACE_MONTHS'
    ORDER BY n.code, o.qualification NULLS LAST, o.in_force_from DESC) grace (code, months) ON grace.code = r.qualification
WHERE a.valid_from <= as_of AND (a.valid_until IS NULL OR a.valid_until > as_of)
  AND a.known_from <= known_at AND (a.known_until IS NULL OR a.known_until > known_at)
  AND r.valid_from <= as_of AND (r.valid_until IS NULL OR r.valid_until > as_of)
  AND r.known_from <= known_at AND (r.known_until IS NULL OR r.known_until > known_at)
$$;
REVOKE ALL ON FUNCTION fitness_on(date, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fitness_on(date, timestamptz) TO chizheng_service;
