package org.chizheng.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.certificate.rule.Standing;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;

/** Certificates with the events that decide what they are, and their files. */
@ApplicationScoped
public class Certificates {
    private static final String WITHIN = """
            SELECT * FROM certificate WHERE region LIKE ? AND (? = '' OR holder_name = ? OR code = ?)
            ORDER BY issued_at DESC LIMIT 100""";
    private static final String LOST = """
            WITH RECURSIVE lost AS (
                SELECT c.id FROM result_change x JOIN result r ON r.id = x.result_id AND NOT r.passed JOIN certificate c ON c.result_id = x.result_id
                WHERE x.released AND x.old_passed AND NOT x.new_passed
                UNION SELECT c.id FROM practical_result_change x JOIN practical_result r ON r.id = x.result_id AND NOT r.passed
                JOIN certificate c ON c.practical_result_id = x.result_id WHERE x.old_passed AND NOT x.new_passed),
            line AS (
                SELECT c.* FROM certificate c JOIN lost USING (id) WHERE c.region LIKE ?
                UNION ALL SELECT c.* FROM certificate c JOIN line l ON c.follows_id = l.id)
            SELECT * FROM line l
            WHERE NOT EXISTS (SELECT 1 FROM certificate n WHERE n.follows_id = l.id)
              AND NOT EXISTS (SELECT 1 FROM certificate_event e WHERE e.certificate_id = l.id AND e.kind IN ('REVOKED', 'WITHDRAWN', 'CANCELLED'))
            ORDER BY l.issued_at DESC, l.id""";
    private static final String LINE = """
            WITH RECURSIVE back AS (
                SELECT * FROM certificate WHERE id = ?
                UNION ALL SELECT c.* FROM certificate c JOIN back b ON c.id = b.follows_id),
            line AS (
                SELECT * FROM back WHERE follows_id IS NULL
                UNION ALL SELECT c.* FROM certificate c JOIN line l ON c.follows_id = l.id)
            SELECT * FROM line ORDER BY issued_at, id""";
    /**
     * The way of a look-up, in one round trip and without what it does not show: a row for each event in the order in which they take effect, and one for a certificate without any. The codes
     * come by a query of their own, so that the planner cannot count them: for a handful it would otherwise plan each look-up anew, which costs a third of it.
     */
    private static final String BY_CODES = """
            SELECT c.id, c.person_id, c.qualification, c.policy, c.code, c.holder_name, c.holder_id_masked, c.issuer_zh, c.issuer_en, c.first_issued_on, c.valid_from, c.valid_to,
                   c.review_due, c.origin, c.follows_id, c.region, e.kind, e.effective_on, e.review_due next_review
            FROM certificate c LEFT JOIN certificate_event e ON e.certificate_id = c.id
            WHERE c.code = ANY (ARRAY(SELECT unnest(?::text[]))) ORDER BY e.effective_on, e.recorded_at, e.seq""";

    private final Sql sql;
    private final Sealer sealer;
    private final CertificateEvents events;

    public Certificates(Sql sql, Sealer sealer, CertificateEvents events) {
        this.sql = sql;
        this.sealer = sealer;
        this.events = events;
    }

    public Optional<CertificateView> byCode(String code) {
        return list("SELECT * FROM certificate WHERE code = ?", code).stream().findFirst();
    }

    /** Those of these codes that exist, by their code. */
    public Map<String, CertificateView> byCodes(Collection<String> codes) {
        Map<String, CertificateView> found = new HashMap<>();
        sql.list(BY_CODES, row -> found.merge(row.getString("code"), withFirst(row), CertificateView::and), (Object)
                codes.toArray(String[]::new));
        return found;
    }

    public Optional<CertificateView> find(UUID id) {
        return list("SELECT * FROM certificate WHERE id = ?", id).stream().findFirst();
    }

    public List<CertificateView> ofPerson(UUID person) {
        return list("SELECT * FROM certificate WHERE person_id = ? ORDER BY issued_at DESC, id", person);
    }

    /** The one that replaced it, if any. */
    public Optional<CertificateView> successor(UUID id) {
        return list("SELECT * FROM certificate WHERE follows_id = ?", id).stream()
                .findFirst();
    }

    /** All that follow one another by renewal and re-issue, this one among them, the oldest first. */
    public List<CertificateView> line(UUID id) {
        return list(LINE, id);
    }

    /** Certificates of a region, the newest hundred, or those of a holder or a code. */
    public List<CertificateView> within(String scope, String holderOrCode) {
        return list(WITHIN, pattern(scope), holderOrCode, holderOrCode, holderOrCode);
    }

    /** The newest certificates, not ended, of lines whose pass a regrade, or a recheck of the practical, took back after it was released: whether they stand is decided by the officer, under the rules for certificates. */
    public List<CertificateView> onLostPasses(String scope) {
        return list(LOST, pattern(scope));
    }

    private static String pattern(String scope) {
        return scope.replaceAll("\\D", "") + "%";
    }

    /** County of the centre where it was first earned. */
    public Optional<String> region(UUID id) {
        return sql.first("SELECT region FROM certificate WHERE id = ?", row -> row.getString(1), id);
    }

    /** The sheet of A4, in the bytes of its issue. */
    public byte[] pdf(UUID id) {
        return pdf(id, DocumentSize.A4).orElseThrow();
    }

    /** The bytes as they were made at issue; none where a certificate was issued without that size. */
    public Optional<byte[]> pdf(UUID id, DocumentSize size) {
        return sql.first(
                        "SELECT pdf_sealed FROM certificate_file WHERE certificate_id = ? AND size = ?",
                        row -> row.getBytes(1),
                        id,
                        size.name())
                .map(stored -> sealer.open(stored, Issuing.purpose(size), id));
    }

    /** Those of these certificates that were issued as a card too. */
    public Set<UUID> cards(List<UUID> ids) {
        return Set.copyOf(sql.list(
                "SELECT certificate_id FROM certificate_file WHERE certificate_id = ANY (?) AND size = 'CARD'",
                row -> row.getObject(1, UUID.class),
                (Object) ids.toArray(UUID[]::new)));
    }

    /** Two queries, however many certificates there are. */
    private List<CertificateView> list(String statement, Object... parameters) {
        List<CertificateView> found = sql.list(statement, row -> view(row, List.of()), parameters);
        Map<UUID, List<Standing.Event>> happened =
                events.of(found.stream().map(CertificateView::id).toList());
        return found.stream()
                .map(certificate -> certificate.with(happened.getOrDefault(certificate.id(), List.of())))
                .toList();
    }

    private static CertificateView withFirst(ResultSet row) throws SQLException {
        return view(
                row, row.getString("kind") == null ? List.of() : List.of(CertificateEvents.event(row, "next_review")));
    }

    private static CertificateView view(ResultSet row, List<Standing.Event> events) throws SQLException {
        return new CertificateView(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("qualification"),
                row.getString("policy"),
                row.getString("code"),
                row.getString("holder_name"),
                row.getString("holder_id_masked"),
                row.getString("issuer_zh"),
                row.getString("issuer_en"),
                Sql.date(row, "first_issued_on"),
                Sql.date(row, "valid_from"),
                Sql.date(row, "valid_to"),
                Sql.date(row, "review_due"),
                row.getString("origin"),
                row.getObject("follows_id", UUID.class),
                row.getString("region"),
                events);
    }
}
