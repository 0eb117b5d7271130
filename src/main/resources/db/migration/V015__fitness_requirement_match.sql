-- The one place that matches a requirement with a certificate (docs/glossary.md, holder rate): one row for each person on post × requirement on the day,
-- as the world was on as_of and as far as it was known at known_at. Valid: within its dates, not suspended or revoked by an event effective on that day,
-- same person, the same qualification or one that covers it. Grace: within the policy's months after the appointment (managers and principals).
CREATE FUNCTION fitness_on(as_of date, known_at timestamptz)
RETURNS TABLE (appointment_id uuid, person_id uuid, enterprise_id uuid, region text, zone text, qualification text, covered boolean, in_grace boolean)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT a.id, a.person_id, e.id, e.region, e.zone, r.qualification,
       EXISTS (SELECT 1
               FROM certificate c
               WHERE c.person_id = a.person_id
                 AND c.issued_at <= known_at
                 AND c.valid_from <= as_of AND c.valid_to >= as_of
                 AND (c.qualification = r.qualification
                      OR EXISTS (SELECT 1 FROM qualification_cover q
                                 WHERE q.covering = c.qualification AND q.covered = r.qualification
                                   AND q.in_force_from <= as_of AND (q.in_force_until IS NULL OR q.in_force_until > as_of)))
                 AND COALESCE((SELECT v.kind = 'REINSTATED' FROM certificate_event v
                               WHERE v.certificate_id = c.id AND v.effective_on <= as_of AND v.recorded_at <= known_at
                               ORDER BY (v.kind = 'REVOKED') DESC, v.effective_on DESC, v.recorded_at DESC, v.id DESC LIMIT 1), true)),
       EXISTS (SELECT 1
               FROM qualification n
               JOIN policy p ON p.post_category = n.post_category AND (p.qualification IS NULL OR p.qualification = n.code)
                            AND p.in_force_from <= as_of AND (p.in_force_until IS NULL OR p.in_force_until > as_of)
               JOIN policy_term t ON t.policy = p.id AND t.term = 'GRACE_MONTHS'
               WHERE n.code = r.qualification AND a.valid_from + make_interval(months => t.value::int) > as_of)
FROM appointment a
JOIN post p ON p.id = a.post_id
JOIN enterprise e ON e.id = p.enterprise_id
JOIN requirement r ON r.post_id = a.post_id
WHERE a.valid_from <= as_of AND (a.valid_until IS NULL OR a.valid_until > as_of)
  AND a.known_from <= known_at AND (a.known_until IS NULL OR a.known_until > known_at)
  AND r.valid_from <= as_of AND (r.valid_until IS NULL OR r.valid_until > as_of)
  AND r.known_from <= known_at AND (r.known_until IS NULL OR r.known_until > known_at)
$$;
REVOKE ALL ON FUNCTION fitness_on(date, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fitness_on(date, timestamptz) TO chizheng_service;
