package org.chizheng.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Messages;
import org.chizheng.regulation.Industries;
import org.chizheng.regulation.IndustryView;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.chizheng.statistics.figures.rule.Cell;
import org.chizheng.statistics.rule.Dimension;
import org.chizheng.workforce.rule.SizeClass;

/** By which code a cell counts under a dimension, and what the codes are called, in the order in which they are shown. */
@ApplicationScoped
public class DimensionNames {
    private final Qualifications qualifications;
    private final Industries industries;

    DimensionNames(Qualifications qualifications, Industries industries) {
        this.qualifications = qualifications;
        this.industries = industries;
    }

    /** In both languages; group: rows of one group add up to a figure that is told under another dimension. */
    public record Name(String zh, String en, String group) {}

    public String code(Dimension by, Cell cell) {
        return switch (by) {
            case QUALIFICATION -> cell.qualification();
            case CATEGORY -> qualifications.get(cell.qualification()).postCategory();
            case INDUSTRY -> cell.industry();
            case RISK -> String.valueOf(cell.highRisk());
            case SIZE -> cell.size();
        };
    }

    /** @return by code */
    public Map<String, Name> of(Dimension by) {
        Map<String, Name> names = new LinkedHashMap<>();
        switch (by) {
            case QUALIFICATION ->
                qualifications.all().forEach(q -> names.put(q.code(), new Name(q.zh(), q.en(), q.postCategory())));
            case CATEGORY -> qualifications.all().forEach(q -> names.put(q.postCategory(), category(q)));
            case INDUSTRY -> industries.all().forEach(one -> names.put(one.code(), industry(one)));
            case RISK -> List.of("true", "false").forEach(risk -> names.put(risk, text("statistics_risk_" + risk)));
            case SIZE ->
                List.of(SizeClass.values())
                        .forEach(size -> names.put(size.name(), text("workforce_size_" + size.name())));
        }
        if (by.grouped()) {
            names.put(Cell.UNREPORTED, text("statistics_unreported"));
        }
        return names;
    }

    private static Name category(QualificationView one) {
        return new Name(one.postZh(), one.postEn(), "");
    }

    private static Name industry(IndustryView one) {
        return new Name(one.zh(), one.en(), "");
    }

    private static Name text(String key) {
        return new Name(Messages.get("zh", key), Messages.get("en", key), "");
    }
}
