package org.chizheng.statistics.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.statistics.figures.rule.Counts;
import org.chizheng.statistics.figures.rule.Cover;
import org.chizheng.statistics.figures.rule.Span;
import org.chizheng.statistics.figures.rule.Stretch;

/** Below the county: its enterprises, their posts, and who stands there. Counted from the stretches that are kept, of what is known now; the work grows with what is shown. */
@ApplicationScoped
public class EnterpriseFigures {
    private static final String OF_COUNTY = """
            SELECT e.id, e.name, coalesce(f.high_risk, false), count(i.cell), count(*) FILTER (WHERE i.cover = 2), count(*) FILTER (WHERE i.cover = 1)
            FROM enterprise e
            LEFT JOIN enterprise_fact f ON f.enterprise_id = e.id AND f.known_until IS NULL AND f.valid_from <= ? AND (f.valid_until IS NULL OR f.valid_until > ?)
            LEFT JOIN figure_interval_%d i ON i.enterprise_id = e.id AND i.from_day <= ? AND i.until_day > ? AND i.cell IN (SELECT id FROM figure_cell WHERE region = ?)
            WHERE e.id IN (SELECT enterprise_id FROM enterprise_fact WHERE region = ? AND known_until IS NULL UNION SELECT enterprise_id FROM site WHERE region = ?)
            GROUP BY e.id, f.high_risk""";
    private static final String NAMES = """
            SELECT a.id, o.id, o.title, p.name, a.valid_from FROM post o JOIN appointment a ON a.post_id = o.id JOIN person p ON p.id = a.person_id
            WHERE o.enterprise_id = ? AND a.known_until IS NULL""";
    private final Sql sql;
    private final Moments moments;
    private final Intervals intervals;
    private final Changes changes;

    EnterpriseFigures(Sql sql, Moments moments, Intervals intervals, Changes changes) {
        this.sql = sql;
        this.moments = moments;
        this.intervals = intervals;
        this.changes = changes;
    }

    /** What an enterprise has in a county on the day: at its main place, or at a site. */
    public record Enterprise(UUID id, String name, boolean highRisk, Counts counts) {}

    /**
     * One requirement of somebody on post.
     *
     * @param region county where it is counted on the day
     * @param until last day on which it stands so if nothing is done, null when no end is in sight
     */
    public record OnPost(
            UUID post,
            String title,
            String name,
            LocalDate since,
            String qualification,
            String region,
            Cover cover,
            LocalDate until) {}

    /** Those where anything is required on the day, the most open requirements first. */
    public List<Enterprise> ofCounty(String county, LocalDate day) {
        return moments.at(null, moment -> {
            Map<UUID, Enterprise> found = new HashMap<>();
            sql.list(
                            OF_COUNTY.formatted(moment.generation()),
                            row -> new Enterprise(
                                    row.getObject(1, UUID.class),
                                    row.getString(2),
                                    row.getBoolean(3),
                                    new Counts(row.getLong(4), row.getLong(5), row.getLong(6))),
                            day,
                            day,
                            day,
                            day,
                            county,
                            county,
                            county)
                    .forEach(one -> found.put(one.id(), one));
            move(found, moment, county, day);
            return found.values().stream()
                    .filter(one -> one.counts().required() > 0)
                    .sorted(Comparator.comparingLong((Enterprise one) ->
                                    one.counts().covered() - one.counts().required())
                            .thenComparing(Enterprise::name)
                            .thenComparing(Enterprise::id))
                    .toList();
        });
    }

    private void move(Map<UUID, Enterprise> found, Moments.Moment moment, String county, LocalDate day) {
        changes.each(
                moment.generation(),
                moment.waiting(),
                null,
                (person, stretch) -> move(found, stretch, county, day, 1),
                (person, stretch) -> move(found, stretch, county, day, -1));
    }

    private static void move(Map<UUID, Enterprise> found, Stretch stretch, String county, LocalDate day, int times) {
        if (holds(stretch, day) && stretch.cell().region().equals(county)) {
            Counts one = Counts.of(stretch.cover());
            found.computeIfPresent(
                    stretch.enterprise(),
                    (id, e) -> new Enterprise(
                            id,
                            e.name(),
                            e.highRisk(),
                            times == 1 ? e.counts().plus(one) : e.counts().minus(one)));
        }
    }

    /** At all its places; the open ones first, then those in grace, then by post and name. */
    public List<OnPost> ofEnterprise(UUID enterprise, LocalDate day) {
        return moments.at(null, moment -> {
            List<Stretch> stretches = new ArrayList<>(intervals.ofEnterprise(moment.generation(), enterprise, day));
            changes.each(
                    moment.generation(),
                    moment.waiting(),
                    null,
                    (person, stretch) -> {
                        if (stretch.enterprise().equals(enterprise) && holds(stretch, day)) {
                            stretches.add(stretch);
                        }
                    },
                    (person, stretch) -> stretches.remove(stretch));
            return named(enterprise, stretches);
        });
    }

    private static boolean holds(Stretch stretch, LocalDate day) {
        return stretch.days().holds(Math.toIntExact(day.toEpochDay()));
    }

    private List<OnPost> named(UUID enterprise, List<Stretch> stretches) {
        record Name(UUID post, String title, String name, LocalDate since) {}
        Map<UUID, Name> names = new HashMap<>();
        sql.list(
                NAMES,
                row -> names.put(
                        row.getObject(1, UUID.class),
                        new Name(
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getString(4),
                                Sql.date(row, "valid_from"))),
                enterprise);
        return stretches.stream()
                .filter(stretch -> names.containsKey(stretch.appointment()))
                .map(stretch -> {
                    Name of = names.get(stretch.appointment());
                    int until = stretch.days().until();
                    return new OnPost(
                            of.post(),
                            of.title(),
                            of.name(),
                            of.since(),
                            stretch.cell().qualification(),
                            stretch.cell().region(),
                            stretch.cover(),
                            until == Span.FOREVER ? null : LocalDate.ofEpochDay(until - 1L));
                })
                .sorted(Comparator.comparing(OnPost::cover)
                        .thenComparing(OnPost::title)
                        .thenComparing(OnPost::name)
                        .thenComparing(OnPost::qualification))
                .toList();
    }
}
