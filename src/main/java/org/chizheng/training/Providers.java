package org.chizheng.training;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;

/** Training providers and their trainers. */
@ApplicationScoped
public class Providers {
    private static final String PROVIDERS = """
            SELECT p.*, (SELECT count(*) FROM trainer t WHERE t.provider_id = p.id AND t.since <= ? AND (t.until IS NULL OR t.until >= ?)) trainers
            FROM training_provider p """;
    private static final String TRAINERS = """
            SELECT t.*, q.name, p.name provider FROM trainer t JOIN person q ON q.id = t.person_id JOIN training_provider p ON p.id = t.provider_id """;
    private static final int SHOWN = 200;
    private static final Sql.Row<ProviderView> PROVIDER = row -> new ProviderView(
            row.getObject("id", UUID.class),
            row.getString("credit_code"),
            row.getString("name"),
            row.getString("region"),
            row.getInt("trainers"));
    private static final Sql.Row<TrainerView> TRAINER = row -> new TrainerView(
            row.getObject("id", UUID.class),
            row.getObject("provider_id", UUID.class),
            row.getString("provider"),
            row.getObject("person_id", UUID.class),
            row.getString("name"),
            Sql.date(row, "since"),
            Sql.date(row, "until"));
    private final Sql sql;
    private final OfficialClock clock;

    public Providers(Sql sql, OfficialClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Within a region, empty for all, by a part of the name or the credit code. */
    public List<ProviderView> search(String region, String words) {
        return sql.list(
                PROVIDERS + " WHERE p.region LIKE ? AND (strpos(p.name, ?) > 0 OR p.credit_code = ?) ORDER BY p.name",
                PROVIDER,
                clock.today(),
                clock.today(),
                region.replaceAll("\\D", "") + "%",
                words,
                words);
    }

    public Optional<ProviderView> find(UUID id) {
        return sql.first(PROVIDERS + " WHERE p.id = ?", PROVIDER, clock.today(), clock.today(), id);
    }

    /** Those who are there first. */
    public List<TrainerView> trainers(UUID provider) {
        return sql.list(
                TRAINERS + " WHERE t.provider_id = ? ORDER BY t.until IS NOT NULL, q.name, t.since", TRAINER, provider);
    }

    public Optional<TrainerView> trainer(UUID id) {
        return sql.first(TRAINERS + " WHERE t.id = ?", TRAINER, id);
    }

    /** Trainers of a region by a part of their name: where one person trains or has trained; at most 200. */
    public List<TrainerView> trainersNamed(String region, String words) {
        return sql.list(
                TRAINERS
                        + " WHERE p.region LIKE ? AND strpos(q.name, ?) > 0 ORDER BY q.name, t.person_id, t.since LIMIT "
                        + SHOWN,
                TRAINER,
                region.replaceAll("\\D", "") + "%",
                words);
    }
}
