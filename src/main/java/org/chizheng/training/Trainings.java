package org.chizheng.training;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Who was trained in what, by whom, for how long. */
@ApplicationScoped
public class Trainings {
    private static final String RECORDS = """
            SELECT r.*, q.name, p.name provider, e.name enterprise, tp.name trainer
            FROM training_record r JOIN person q ON q.id = r.person_id
            LEFT JOIN training_provider p ON p.id = r.provider_id LEFT JOIN enterprise e ON e.id = r.enterprise_id
            LEFT JOIN trainer t ON t.id = r.trainer_id LEFT JOIN person tp ON tp.id = t.person_id """;
    private static final String NEWEST = " ORDER BY r.ended_on DESC, r.id DESC LIMIT ";
    private static final Sql.Row<TrainingView> ROW = row -> new TrainingView(
            row.getObject("id", UUID.class),
            row.getObject("person_id", UUID.class),
            row.getString("name"),
            row.getString("qualification"),
            row.getString("kind"),
            row.getInt("hours"),
            Sql.date(row, "started_on"),
            Sql.date(row, "ended_on"),
            row.getString("content"),
            row.getBoolean("passed"),
            row.getString("provider"),
            row.getString("enterprise"),
            row.getString("trainer"));
    private final Sql sql;

    public Trainings(Sql sql) {
        this.sql = sql;
    }

    /**
     * Who taught a person for a qualification, whenever that was.
     *
     * @param trainers as such, one for each time somebody worked at a provider
     * @param persons who those trainers are
     */
    public record TrainedBy(Set<UUID> providers, Set<UUID> trainers, Set<UUID> persons) {}

    private record Taught(UUID provider, UUID trainer, UUID person) {}

    public TrainedBy trainedBy(UUID person, String qualification) {
        TrainedBy by = new TrainedBy(new HashSet<>(), new HashSet<>(), new HashSet<>());
        sql.list(
                        "SELECT r.provider_id, r.trainer_id, t.person_id trainer_person FROM training_record r LEFT JOIN trainer t ON t.id = r.trainer_id"
                                + " WHERE r.person_id = ? AND r.qualification = ?",
                        row -> new Taught(
                                row.getObject("provider_id", UUID.class),
                                row.getObject("trainer_id", UUID.class),
                                row.getObject("trainer_person", UUID.class)),
                        person,
                        qualification)
                .forEach(taught -> {
                    add(by.providers(), taught.provider());
                    add(by.trainers(), taught.trainer());
                    add(by.persons(), taught.person());
                });
        return by;
    }

    private static void add(Set<UUID> all, UUID one) {
        if (one != null) {
            all.add(one);
        }
    }

    /** Hours of trainings of that kind that were passed and ended on that day or later. @param kind INITIAL, YEARLY, RENEWAL or AFTER_ACCIDENT */
    public int hours(UUID person, String qualification, String kind, LocalDate since) {
        return sql.first(
                        "SELECT COALESCE(sum(hours), 0) FROM training_record WHERE person_id = ? AND qualification = ? AND kind = ? AND ended_on >= ? AND passed",
                        row -> row.getInt(1),
                        person,
                        qualification,
                        kind,
                        since)
                .orElseThrow();
    }

    /** The newest first. */
    public List<TrainingView> ofPerson(UUID person) {
        return sql.list(RECORDS + " WHERE r.person_id = ?" + NEWEST + "ALL", ROW, person);
    }

    /** The newest first. @param most how many at most */
    public List<TrainingView> of(Source source, int most) {
        return source.provider() != null
                ? sql.list(RECORDS + " WHERE r.provider_id = ?" + NEWEST + "?", ROW, source.provider(), most)
                : sql.list(RECORDS + " WHERE r.enterprise_id = ?" + NEWEST + "?", ROW, source.enterprise(), most);
    }
}
