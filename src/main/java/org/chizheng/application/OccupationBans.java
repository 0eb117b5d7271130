package org.chizheng.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Who is barred from a post or an industry 行业禁入. */
@ApplicationScoped
public class OccupationBans {
    private static final String AGAINST = """
            SELECT k.source FROM occupation_ban b JOIN occupation_ban_kind k ON k.code = b.kind JOIN qualification q ON q.code = ?
            WHERE b.person_id = ? AND b.lifted_at IS NULL AND b.since <= ? AND (b.until IS NULL OR b.until >= ?)
              AND (k.post_category IS NULL OR k.post_category = q.post_category)
              AND (NOT k.one_industry OR b.industry = q.industry)
            ORDER BY b.since DESC LIMIT 1""";
    private static final String LISTED = """
            SELECT b.*, p.name, k.zh, k.en, i.zh industry_zh, i.en industry_en FROM occupation_ban b JOIN person p ON p.id = b.person_id
            JOIN occupation_ban_kind k ON k.code = b.kind LEFT JOIN industry_type i ON i.code = b.industry
            WHERE b.region = ANY (?) ORDER BY b.recorded_at DESC LIMIT 100""";
    private final Sql sql;

    public OccupationBans(Sql sql) {
        this.sql = sql;
    }

    /** Where the ban that keeps a person from the qualification on a day is written; empty when there is none. */
    Optional<String> against(UUID person, String qualification, LocalDate day) {
        return sql.first(AGAINST, row -> row.getString("source"), qualification, person, day, day);
    }

    /** A kind of ban. years: null where the decision names the end, or there is none. */
    public record Kind(String code, String zh, String en, boolean oneIndustry, Integer years, String source) {}

    public List<Kind> kinds() {
        return sql.list(
                "SELECT * FROM occupation_ban_kind ORDER BY ordinal",
                row -> new Kind(
                        row.getString("code"),
                        row.getString("zh"),
                        row.getString("en"),
                        row.getBoolean("one_industry"),
                        row.getObject("years", Integer.class),
                        row.getString("source")));
    }

    /** An industry that a ban can be limited to. */
    public record Industry(String code, String zh, String en) {}

    public List<Industry> industries() {
        return sql.list(
                "SELECT code, zh, en FROM industry_type ORDER BY ordinal",
                row -> new Industry(row.getString("code"), row.getString("zh"), row.getString("en")));
    }

    /** A ban as it stands in the list. until: null for life; liftedAt: null while it holds. */
    public record Listed(
            UUID id,
            String name,
            String region,
            String zh,
            String en,
            String industryZh,
            String industryEn,
            LocalDate since,
            LocalDate until,
            String decision,
            Instant liftedAt) {}

    /** The newest hundred that authorities of these regions entered. */
    public List<Listed> newest(List<String> regions) {
        return sql.list(
                LISTED,
                row -> new Listed(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("region"),
                        row.getString("zh"),
                        row.getString("en"),
                        row.getString("industry_zh"),
                        row.getString("industry_en"),
                        Sql.date(row, "since"),
                        Sql.date(row, "until"),
                        row.getString("decision"),
                        Sql.instant(row, "lifted_at")),
                (Object) regions.toArray(String[]::new));
    }
}
