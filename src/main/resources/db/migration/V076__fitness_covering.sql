-- One matching for the holder rate and for checks of single people: which certificates of a person answer to a requirement, and what each of them is on a day, as it was known.
-- state is FIT, or why not, in the order of certificate.rule.Standing (reviews: see V061). Functions of one SELECT: the planner looks into them.
CREATE FUNCTION certificates_on(holder uuid, as_of date, known_at timestamptz)
RETURNS TABLE (id uuid, code text, qualification text, policy text, valid_from date, valid_to date, review_due date, state text)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT c.id, c.code, c.qualification, c.policy, c.valid_from, c.valid_to,
       CASE WHEN c.review_due IS NOT NULL THEN review_due_on(c.id, c.review_due, c.policy, as_of, known_at) END,
       CASE (SELECT v.kind FROM certificate_event v
             WHERE v.certificate_id = c.id AND v.kind <> 'REVIEWED' AND v.effective_on <= as_of AND v.recorded_at <= known_at
             ORDER BY array_position(ARRAY['REVOKED', 'WITHDRAWN', 'CANCELLED', 'SUPERSEDED'], v.kind) NULLS LAST, v.effective_on DESC, v.recorded_at DESC, v.seq DESC LIMIT 1)
         WHEN 'REVOKED' THEN 'REVOKED'
         WHEN 'WITHDRAWN' THEN 'WITHDRAWN'
         WHEN 'CANCELLED' THEN 'CANCELLED'
         WHEN 'SUPERSEDED' THEN 'SUPERSEDED'
         WHEN 'SUSPENDED' THEN 'SUSPENDED'
         ELSE CASE WHEN c.valid_from > as_of THEN 'NOT_YET_VALID'
                   WHEN c.valid_to < as_of THEN 'EXPIRED'
                   WHEN c.review_due IS NOT NULL AND review_due_on(c.id, c.review_due, c.policy, as_of, known_at) < as_of THEN 'REVIEW_OVERDUE'
                   ELSE 'FIT' END
       END
FROM certificate c
WHERE c.person_id = holder AND c.issued_at <= known_at
$$;
REVOKE ALL ON FUNCTION certificates_on(uuid, date, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION certificates_on(uuid, date, timestamptz) TO chizheng_service;

-- at_department: of the post where the person stands or is to stand. id, code and policy are null for certificates of other authorities.
CREATE FUNCTION covering_on(holder uuid, required text, at_department text, as_of date, known_at timestamptz)
RETURNS TABLE (id uuid, code text, qualification text, policy text, valid_from date, valid_to date, review_due date, state text)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT c.id, c.code, c.qualification, c.policy, c.valid_from, c.valid_to, c.review_due, c.state
FROM certificates_on(holder, as_of, known_at) c
WHERE c.qualification = required
   OR EXISTS (SELECT 1 FROM qualification_cover q
              WHERE q.covering = c.qualification AND q.covered = required
                AND q.in_force_from <= as_of AND (q.in_force_until IS NULL OR q.in_force_until > as_of))
UNION ALL
SELECT NULL, NULL, f.qualification, NULL, f.valid_from, f.valid_to, NULL,
       CASE WHEN f.valid_from > as_of THEN 'NOT_YET_VALID' WHEN f.valid_to < as_of THEN 'EXPIRED' ELSE 'FIT' END
FROM foreign_certificate f
WHERE f.person_id = holder AND f.department = at_department AND f.qualification = required AND f.recorded_at <= known_at
  AND EXISTS (SELECT 1 FROM foreign_acceptance t
              WHERE t.department = at_department AND t.qualification = required
                AND t.in_force_from <= as_of AND (t.in_force_until IS NULL OR t.in_force_until > as_of))
$$;
REVOKE ALL ON FUNCTION covering_on(uuid, text, text, date, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION covering_on(uuid, text, text, date, timestamptz) TO chizheng_service;

-- fitness_on again, by that matching. The days are named once more: they are cheap to compare, and spare the events of certificates that do not run.
CREATE OR REPLACE FUNCTION fitness_on(as_of date, known_at timestamptz)
RETURNS TABLE (appointment_id uuid, person_id uuid, enterprise_id uuid, region text, zone text, qualification text, covered_until date, in_grace boolean)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT a.id, a.person_id, e.id, e.region, e.zone, r.qualification, held.until,
       COALESCE(a.valid_from + make_interval(months => grace.months) > as_of, false)
FROM enterprise e
JOIN post p ON p.enterprise_id = e.id
JOIN requirement r ON r.post_id = p.id
JOIN appointment a ON a.post_id = p.id
CROSS JOIN LATERAL (
    SELECT max(c.valid_to) FROM covering_on(a.person_id, r.qualification, p.department, as_of, known_at) c
    WHERE c.valid_from <= as_of AND c.valid_to >= as_of AND c.state = 'FIT') held (until)
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
