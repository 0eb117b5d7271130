package org.chizheng.regulation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

import io.quarkus.cache.CacheResult;

/** The qualifications with their names; they change only by migration, so they are read once. */
@ApplicationScoped
public class Qualifications {
    private static final String ALL = """
            SELECT q.*, p.zh post_zh, p.en post_en, p.document_zh, p.document_en,
                   COALESCE(c.zh, p.zh) category_zh, COALESCE(c.en, p.en) category_en,
                   COALESCE(i.zh, t.zh) item_zh, COALESCE(i.en, t.en) item_en
            FROM qualification q JOIN post_category p ON p.code = q.post_category
            LEFT JOIN occupation_item i ON i.code = q.item LEFT JOIN occupation_category c ON c.code = i.category
            LEFT JOIN industry_type t ON t.code = q.industry
            ORDER BY p.ordinal, c.ordinal, i.ordinal, t.ordinal""";
    private final Sql sql;

    public Qualifications(Sql sql) {
        this.sql = sql;
    }

    @CacheResult(cacheName = "qualifications")
    public List<QualificationView> all() {
        return sql.list(
                ALL,
                row -> new QualificationView(
                        row.getString("code"),
                        row.getString("post_category"),
                        row.getString("zh"),
                        row.getString("en"),
                        row.getString("post_zh"),
                        row.getString("post_en"),
                        row.getString("document_zh"),
                        row.getString("document_en"),
                        row.getString("category_zh"),
                        row.getString("category_en"),
                        row.getString("item_zh"),
                        row.getString("item_en")));
    }

    public Optional<QualificationView> find(String code) {
        return all().stream().filter(q -> q.code().equals(code)).findFirst();
    }

    public QualificationView get(String code) {
        return find(code).orElseThrow(() -> new Refused(RegulationRefusal.UNKNOWN_QUALIFICATION, code));
    }

    /** By its code, or by its name in either language where only one bears it; blanks and case do not matter. */
    public Optional<QualificationView> named(String text) {
        String asked = tidy(text);
        List<QualificationView> found = all().stream()
                .filter(q -> tidy(q.code()).equals(asked)
                        || tidy(q.zh()).equals(asked)
                        || tidy(q.en()).equals(asked))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static String tidy(String text) {
        return text.replaceAll("[\\s\\u3000]", "").toLowerCase(Locale.ROOT);
    }
}
