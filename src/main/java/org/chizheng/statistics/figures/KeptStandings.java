package org.chizheng.statistics.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.goal.work.EnterpriseStandings;
import org.chizheng.regulation.Qualifications;
import org.chizheng.statistics.figures.rule.EnterpriseDay;
import org.chizheng.statistics.figures.rule.Stretch;

/** From the stretches that are kept of their people, and those of people who wait. */
@ApplicationScoped
class KeptStandings implements EnterpriseStandings {
    private static final String ENTERPRISES = "SELECT id, region, high_risk FROM enterprise WHERE id = ANY (?)";
    private static final String MANAGER = "MANAGER";
    private final Sql sql;
    private final Moments moments;
    private final Intervals intervals;
    private final Changes changes;
    private final Qualifications qualifications;

    KeptStandings(Sql sql, Moments moments, Intervals intervals, Changes changes, Qualifications qualifications) {
        this.sql = sql;
        this.moments = moments;
        this.intervals = intervals;
        this.changes = changes;
        this.qualifications = qualifications;
    }

    @Override
    public Optional<Map<UUID, Placed>> of(Collection<UUID> enterprises, LocalDate today, LocalDate expiring) {
        return moments.at(
                null,
                moment -> moment.complete()
                        ? Optional.of(placed(staff(moment, enterprises, expiring), today, expiring))
                        : Optional.empty());
    }

    /** Of each enterprise its people, each with the stretches there. */
    private Map<UUID, Map<UUID, List<Stretch>>> staff(
            Moments.Moment moment, Collection<UUID> enterprises, LocalDate expiring) {
        Map<UUID, Map<UUID, List<Stretch>>> staff = new HashMap<>();
        enterprises.forEach(enterprise -> staff.put(enterprise, new HashMap<>()));
        BiConsumer<UUID, Stretch> comes =
                (person, stretch) -> own(staff, person, stretch).ifPresent(own -> own.add(stretch));
        intervals.ofEnterprises(moment.generation(), enterprises, expiring.plusDays(2), comes);
        changes.each(
                moment.generation(),
                moment.waiting(),
                null,
                comes,
                (person, stretch) -> own(staff, person, stretch).ifPresent(own -> own.remove(stretch)));
        return staff;
    }

    /** Empty for a stretch at another enterprise. */
    private static Optional<List<Stretch>> own(
            Map<UUID, Map<UUID, List<Stretch>>> staff, UUID person, Stretch stretch) {
        return Optional.ofNullable(staff.get(stretch.enterprise()))
                .map(people -> people.computeIfAbsent(person, none -> new ArrayList<>()));
    }

    private Map<UUID, Placed> placed(Map<UUID, Map<UUID, List<Stretch>>> staff, LocalDate today, LocalDate expiring) {
        EnterpriseDay day = new EnterpriseDay(
                Math.toIntExact(today.toEpochDay()),
                Math.toIntExact(expiring.toEpochDay()),
                qualifications.all().stream()
                        .filter(one -> one.postCategory().equals(MANAGER))
                        .map(one -> one.code())
                        .collect(Collectors.toSet()));
        Map<UUID, Placed> placed = new HashMap<>();
        sql.list(
                ENTERPRISES,
                row -> {
                    UUID id = row.getObject(1, UUID.class);
                    return placed.put(
                            id,
                            new Placed(
                                    row.getString(2),
                                    day.of(row.getBoolean(3), staff.get(id).values())));
                },
                (Object) staff.keySet().toArray(UUID[]::new));
        placed.values().removeIf(one -> one.standing().people() == 0);
        return placed;
    }
}
