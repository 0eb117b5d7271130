package org.chizheng.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.application.rule.ApplicationState;
import org.chizheng.application.rule.Education;
import org.chizheng.application.rule.EligibilityRule;
import org.chizheng.application.rule.Kind;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;

/** What a form offers: qualifications, authorities, providers of training, illnesses; and whether a choice is one of them. */
@ApplicationScoped
public class Choices {
    private static final String STANDING = """
            SELECT p.enterprise_id FROM appointment a JOIN post p ON p.id = a.post_id
            WHERE a.person_id = ? AND a.known_until IS NULL AND a.valid_from <= ? AND (a.valid_until IS NULL OR a.valid_until > ?)
            ORDER BY a.valid_from DESC, a.id DESC LIMIT 1""";
    private final Qualifications qualifications;
    private final Regions regions;
    private final HealthConditions conditions;
    private final Sql sql;

    public Choices(Qualifications qualifications, Regions regions, HealthConditions conditions, Sql sql) {
        this.qualifications = qualifications;
        this.regions = regions;
        this.conditions = conditions;
        this.sql = sql;
    }

    public List<QualificationView> qualifications() {
        return qualifications.all();
    }

    public List<Education> educations() {
        return List.of(Education.values());
    }

    public List<Kind> kinds() {
        return List.of(Kind.values());
    }

    public List<ApplicationState> states() {
        return List.of(ApplicationState.values());
    }

    public List<Documents.Kind> documents() {
        return List.of(Documents.Kind.values());
    }

    /** Every rule by which a reviewer may refuse. */
    public List<EligibilityRule> rules() {
        return List.of(EligibilityRule.values());
    }

    /** Cities with their counties below them. */
    public List<RegionView> cities() {
        return regions.all().stream()
                .filter(region -> "CITY".equals(region.level()))
                .toList();
    }

    public List<RegionView> counties(String city) {
        return regions.children(city);
    }

    public List<HealthConditions.Condition> illnesses() {
        return conditions.all();
    }

    /** Who trains. */
    public record Provider(UUID id, String creditCode, String name) {}

    /** By name, the first two hundred; others are named by their credit code. */
    public List<Provider> providers() {
        return sql.list(
                "SELECT id, credit_code, name FROM training_provider ORDER BY name LIMIT 200",
                row -> new Provider(
                        row.getObject("id", UUID.class), row.getString("credit_code"), row.getString("name")));
    }

    void mustBeQualification(String code) {
        if (qualifications.find(code).isEmpty()) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "qualification", "");
        }
    }

    /** Any city or county of the province: 跨省通办 asks nobody where they live. */
    void mustBeAuthority(String code) {
        if (regions.find(code).filter(Choices::decides).isEmpty()) {
            throw new Refused(ApplicationRefusal.REGION_UNKNOWN);
        }
    }

    private static boolean decides(RegionView region) {
        return "CITY".equals(region.level()) || "COUNTY".equals(region.level());
    }

    /** @return the provider of a credit code, null for none */
    UUID provider(String creditCode) {
        if (creditCode.isEmpty()) {
            return null;
        }
        return sql.first(
                        "SELECT id FROM training_provider WHERE credit_code = ?",
                        row -> row.getObject("id", UUID.class),
                        creditCode)
                .orElseThrow(() -> new Refused(ApplicationRefusal.PROVIDER_UNKNOWN));
    }

    /** @return the credit code of a provider, empty for null */
    String creditCode(UUID provider) {
        return sql.first("SELECT credit_code FROM training_provider WHERE id = ?", row -> row.getString(1), provider)
                .orElse("");
    }

    /** Where the person works: the enterprise that applies, or the one where the person stands at a post; null for none. */
    UUID enterprise(UUID applying, UUID person, LocalDate today) {
        return applying != null
                ? applying
                : sql.first(STANDING, row -> row.getObject(1, UUID.class), person, today, today)
                        .orElse(null);
    }
}
