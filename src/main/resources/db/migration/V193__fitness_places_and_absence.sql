-- fitness_on again, with the columns and the meaning of V076 but for three things. The county and the zone are those of the place of production that day, as it was known:
-- the post's site, else what enterprise_fact says. Whoever is no COUNTED_WORKERS of the qualification's policy is not counted; without the term that is contractors' people.
-- Whoever was off the post for ABSENCE_MONTHS or longer is not covered from that day on, until a practical of the qualification was passed or confirmed again.
CREATE OR REPLACE FUNCTION fitness_on(as_of date, known_at timestamptz)
RETURNS TABLE (appointment_id uuid, person_id uuid, enterprise_id uuid, region text, zone text, qualification text, covered_until date, in_grace boolean)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT a.id, a.person_id, p.enterprise_id, place.region, place.zone, r.qualification,
       CASE WHEN away.too_long THEN NULL ELSE held.until END,
       COALESCE(a.valid_from + make_interval(months => terms.grace) > as_of, false)
FROM (SELECT f.enterprise_id, NULL::uuid, f.region, f.zone FROM enterprise_fact f
      WHERE f.valid_from <= as_of AND (f.valid_until IS NULL OR f.valid_until > as_of)
        AND f.known_from <= known_at AND (f.known_until IS NULL OR f.known_until > known_at)
      UNION ALL
      SELECT s.enterprise_id, s.id, s.region, s.zone FROM site s) place (enterprise_id, site_id, region, zone)
JOIN post p ON p.enterprise_id = place.enterprise_id AND p.site_id IS NOT DISTINCT FROM place.site_id
JOIN requirement r ON r.post_id = p.id
JOIN appointment a ON a.post_id = p.id
LEFT JOIN (
    SELECT t.code, max(t.value) FILTER (WHERE t.term = 'GRACE_MONTHS')::int, max(t.value) FILTER (WHERE t.term = 'ABSENCE_MONTHS')::int,
           max(t.value) FILTER (WHERE t.term = 'COUNTED_WORKERS')
    FROM (SELECT DISTINCT ON (n.code, t.term) n.code, t.term, t.value
          FROM qualification n
          JOIN policy o ON o.post_category = n.post_category AND (o.qualification IS NULL OR o.qualification = n.code)
                       AND o.in_force_from <= as_of AND (o.in_force_until IS NULL OR o.in_force_until > as_of)
          JOIN policy_term t ON t.policy = o.id AND t.term IN ('GRACE_MONTHS', 'ABSENCE_MONTHS', 'COUNTED_WORKERS')
          ORDER BY n.code, t.term, o.qualification NULLS LAST, o.in_force_from DESC) t
    GROUP BY t.code) terms (code, grace, away, workers) ON terms.code = r.qualification
CROSS JOIN LATERAL (
    SELECT max(c.valid_to) FROM covering_on(a.person_id, r.qualification, p.department, as_of, known_at) c
    WHERE c.valid_from <= as_of AND c.valid_to >= as_of AND c.state = 'FIT') held (until)
CROSS JOIN LATERAL (
    SELECT EXISTS (
        SELECT FROM post_absence b
        WHERE terms.away > 0 AND b.person_id = a.person_id AND b.post_id = a.post_id
          AND b.known_from <= known_at AND (b.known_until IS NULL OR b.known_until > known_at)
          AND b.valid_from + make_interval(months => terms.away) <= LEAST(as_of, b.valid_until)
          AND NOT EXISTS (
              SELECT FROM reconfirmation k
              WHERE k.person_id = a.person_id AND k.qualification = r.qualification
                AND k.confirmed_on >= b.valid_from + make_interval(months => terms.away) AND k.confirmed_on <= as_of
                AND k.known_from <= known_at AND (k.known_until IS NULL OR k.known_until > known_at))
          AND NOT EXISTS (
              SELECT FROM record_fact k
              WHERE k.person_id = a.person_id AND k.qualification = r.qualification AND k.kind = 'PRACTICAL_PASSED'
                AND k.fact_on >= b.valid_from + make_interval(months => terms.away) AND k.fact_on <= as_of AND k.recorded_at <= known_at
                AND NOT EXISTS (SELECT FROM record_withdrawal w WHERE w.fact_id = k.id AND w.withdrawn_at <= known_at)))) away (too_long)
WHERE a.valid_from <= as_of AND (a.valid_until IS NULL OR a.valid_until > as_of)
  AND a.known_from <= known_at AND (a.known_until IS NULL OR a.known_until > known_at)
  AND r.valid_from <= as_of AND (r.valid_until IS NULL OR r.valid_until > as_of)
  AND r.known_from <= known_at AND (r.known_until IS NULL OR r.known_until > known_at)
  AND a.worker_kind = ANY (string_to_array(COALESCE(terms.workers, 'EMPLOYEE,DISPATCHED,INTERN'), ','))
$$;
