package org.chizheng.statistics.figures;

/** What is known of people, each query in the order of the person. The first gap is for which people, the others for what was known; {@link #KNOWN} takes the instant twice. */
final class FactQueries {
    static final String KNOWN = "%1$s.known_from <= ? AND (%1$s.known_until IS NULL OR %1$s.known_until > ?)";
    /** A row for each time that something was said of the enterprise: its place, class, industry and size. A post at a site counts there whether or not anything is said of the enterprise. */
    static final String POSTS = """
            SELECT a.person_id, a.id, p.enterprise_id, p.id, coalesce(s.region, f.region), CASE WHEN s.id IS NULL THEN f.zone ELSE s.zone END, r.qualification,
                   coalesce(f.high_risk, false), coalesce(f.industry, ''), coalesce(f.size, ''), p.department, a.worker_kind, a.valid_from - DATE '1970-01-01',
                   greatest(a.valid_from, r.valid_from, f.valid_from) - DATE '1970-01-01', least(a.valid_until, r.valid_until, f.valid_until) - DATE '1970-01-01'
            FROM appointment a JOIN post p ON p.id = a.post_id AND %s JOIN requirement r ON r.post_id = a.post_id
            LEFT JOIN site s ON s.id = p.site_id AND s.enterprise_id = p.enterprise_id
            LEFT JOIN enterprise_fact f ON f.enterprise_id = p.enterprise_id AND %s
            WHERE %s AND %s AND (s.id IS NOT NULL OR p.site_id IS NULL AND f.id IS NOT NULL) ORDER BY a.person_id""";

    static final String CERTIFICATES = """
            SELECT c.person_id, c.id, c.qualification, c.policy, c.valid_from - DATE '1970-01-01', c.valid_to - DATE '1970-01-01', c.review_due - DATE '1970-01-01'
            FROM certificate c WHERE %s AND c.issued_at <= ? ORDER BY c.person_id""";
    static final String EVENTS = """
            SELECT c.person_id, v.certificate_id, v.kind, v.effective_on - DATE '1970-01-01', v.review_due - DATE '1970-01-01'
            FROM certificate c JOIN certificate_event v ON v.certificate_id = c.id WHERE %s AND v.recorded_at <= ? ORDER BY c.person_id, v.recorded_at, v.seq""";
    static final String FOREIGN = """
            SELECT f.person_id, f.qualification, f.department, f.valid_from - DATE '1970-01-01', f.valid_to - DATE '1970-01-01'
            FROM foreign_certificate f WHERE %s AND f.recorded_at <= ? ORDER BY f.person_id""";
    static final String ABSENCES = """
            SELECT b.person_id, b.post_id, b.valid_from - DATE '1970-01-01', b.valid_until - DATE '1970-01-01'
            FROM post_absence b WHERE %s AND %s ORDER BY b.person_id""";
    /** It matters only to those who were ever off a post. */
    static final String SHOWN = """
            SELECT k.person_id, k.qualification, k.day - DATE '1970-01-01'
            FROM (SELECT person_id, qualification, confirmed_on, known_from, known_until FROM reconfirmation
                  UNION ALL
                  SELECT d.person_id, d.qualification, d.fact_on, d.recorded_at, w.withdrawn_at
                  FROM record_fact d LEFT JOIN record_withdrawal w ON w.fact_id = d.id WHERE d.kind = 'PRACTICAL_PASSED') k (person_id, qualification, day, known_from, known_until)
            WHERE %s AND %s AND EXISTS (SELECT FROM post_absence b WHERE b.person_id = k.person_id) ORDER BY k.person_id""";

    private FactQueries() {}
}
