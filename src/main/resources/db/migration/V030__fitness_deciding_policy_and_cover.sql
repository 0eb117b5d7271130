-- fitness_on again, with three changes. Grace follows the one policy that decides (made for the qualification before general, later before earlier), as
-- regulation.Policies has it. covered_until, the last day of the cover, takes the place of a yes or no. The certificate is looked up once for each
-- requirement, so that a county or an enterprise costs what it holds; callers name counties, not a pattern, which would read every enterprise.
DROP FUNCTION fitness_on(date, timestamptz);

CREATE FUNCTION fitness_on(as_of date, known_at timestamptz)
RETURNS TABLE (appointment_id uuid, person_id uuid, enterprise_id uuid, region text, zone text, qualification text, covered_until date, in_grace boolean)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT a.id, a.person_id, e.id, e.region, e.zone, r.qualification, held.until,
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
                    WHERE v.certificate_id = c.id AND v.effective_on <= as_of AND v.recorded_at <= known_at
                    ORDER BY (v.kind = 'REVOKED') DESC, v.effective_on DESC, v.recorded_at DESC, v.id DESC LIMIT 1), true)) held (until)
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
