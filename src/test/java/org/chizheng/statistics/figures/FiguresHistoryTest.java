package org.chizheng.statistics.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.inject.Inject;

import org.chizheng.PostgresResource;
import org.chizheng.common.OfficialClock;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.statistics.figures.rule.Cell;
import org.chizheng.statistics.figures.rule.Counts;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Random histories in a real database: what is kept, what is rebuilt, as of any day and as known at any instant, is what the definition in plain SQL counts. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FiguresHistoryTest {
    private static final LocalDate BASE = LocalDate.of(2025, 3, 1);
    private static final List<String> COUNTIES = List.of("320623", "320681", "320685");
    private static final String ZONE = "320671";
    private static final int PEOPLE = 300;

    @Inject
    Figures figures;

    @Inject
    Pending pending;

    @Inject
    Settling settling;

    @Inject
    Rebuilding rebuilding;

    @Inject
    Recount recount;

    @Inject
    Regions regions;

    @Inject
    OfficialClock clock;

    private final SplittableRandom random = new SplittableRandom(20260601);

    @Test
    void liveRebuiltAndAsOfAreTheDefinition() throws SQLException {
        try (Connection owner = PostgresResource.owner()) {
            HistoryRows.insert(owner, LawRows.changingAfter(BASE));
            try {
                List<History> histories = new ArrayList<>();
                for (int i = 0; i < PEOPLE; i++) {
                    History history = History.drawn(random.nextLong(), BASE, COUNTIES, ZONE);
                    histories.add(history);
                    HistoryRows.insert(owner, history);
                    if (i % 60 == 0) {
                        settle();
                    }
                }
                settle();
                compare("settled");
                upset(owner, histories);
                compare("not settled yet");
                settle();
                compare("settled again");
                assertThat(rebuilding.rebuild()).isTrue();
                compare("rebuilt");
            } finally {
                HistoryRows.takeBack(owner);
            }
        }
        settle();
        compare("under the law as it was");
    }

    /** More happens to some of them: hired elsewhere, certified, suspended, let go again, moved. */
    private void upset(Connection owner, List<History> histories) throws SQLException {
        for (int i = 0; i < 40; i++) {
            History one = histories.get(random.nextInt(PEOPLE));
            History more = History.drawn(random.nextLong(), BASE, COUNTIES, ZONE);
            History.Post post = histories.get(random.nextInt(PEOPLE)).posts.get(0);
            LocalDate from = BASE.plusDays(random.nextInt(History.DAYS));
            HistoryRows.appointment(
                    owner,
                    one.person,
                    new History.Appointment(
                            UUID.randomUUID(),
                            post.id(),
                            i % 5 == 0 ? "CONTRACTOR" : "EMPLOYEE",
                            from,
                            from.plusDays(40),
                            more.instant(),
                            null));
            for (History.Certificate certificate : more.certificates) {
                HistoryRows.certificate(owner, one.person, certificate);
            }
            for (History.Event event : more.events) {
                HistoryRows.event(owner, event);
            }
            HistoryRows.run(
                    owner,
                    "UPDATE appointment SET known_until = known_from + interval '5 days' WHERE id = ? AND known_until IS NULL",
                    one.appointments.get(0).id());
        }
        HistoryRows.run(
                owner,
                "UPDATE enterprise SET region = ?, zone = NULL, industry = 'transport' WHERE id = ?",
                "320612",
                histories.get(7).enterprises.get(0));
        HistoryRows.run(
                owner,
                "UPDATE requirement SET known_until = known_from + interval '9 days' WHERE id = ? AND known_until IS NULL",
                histories.get(8).requirements.get(0).id());
        for (int i = 0; i < 40; i++) {
            upsetPlaceAndAbsence(owner, histories.get(random.nextInt(PEOPLE)));
        }
    }

    private void upsetPlaceAndAbsence(Connection owner, History one) throws SQLException {
        LocalDate day = BASE.plusDays(random.nextInt(History.DAYS));
        History.Post post = one.posts.get(0);
        HistoryRows.move(owner, one.enterprises.get(0), COUNTIES.get(random.nextInt(3)), day);
        HistoryRows.absence(
                owner,
                one.person,
                new History.Absence(post.id(), day.minusDays(70), day.plusDays(5), one.instant(), null));
        HistoryRows.run(
                owner,
                "UPDATE post_absence SET known_until = known_from + interval '3 days' WHERE person_id = ? AND valid_until IS NULL AND known_until IS NULL",
                one.person);
        String qualification = one.requirements.get(0).qualification();
        LocalDate shown = day.plusDays(20);
        if (random.nextBoolean()) {
            HistoryRows.confirmed(owner, one.person, new History.Confirmed(qualification, shown, one.instant(), null));
        } else {
            HistoryRows.passed(
                    owner,
                    one.person,
                    new History.Passed(UUID.randomUUID(), qualification, shown, one.instant(), null));
        }
        for (History.Passed passed : one.passed) {
            if (passed.withdrawnAt() == null) {
                HistoryRows.withdraw(owner, passed.id(), passed.recordedAt().plusSeconds(86_400));
            }
        }
        HistoryRows.run(
                owner,
                "UPDATE post SET site_id = (SELECT s.id FROM site s WHERE s.enterprise_id = post.enterprise_id) WHERE id = ? AND ?",
                post.id(),
                random.nextBoolean());
    }

    private void settle() {
        for (int i = 0; i < 200; i++) {
            settling.settleWaiting();
            if (pending.waiting(1).isEmpty()) {
                return;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("never settled");
    }

    private void compare(String when) {
        List<String> codes = regions.all().stream().map(RegionView::code).toList();
        List<LocalDate> days = new ArrayList<>(List.of(clock.today(), LocalDate.of(2030, 1, 1)));
        for (int i = 0; i < 4; i++) {
            days.add(BASE.plusDays(random.nextInt(History.DAYS + 60)));
        }
        same(when + ", all that is known", codes, days, null);
        for (int i = 0; i < 2; i++) {
            Instant known = BASE.plusDays(random.nextInt(History.DAYS + 30))
                    .atStartOfDay(OfficialClock.ZONE)
                    .plusHours(random.nextInt(24))
                    .toInstant();
            same(when + ", as known at " + known, codes, days.subList(2, 5), known);
        }
    }

    private void same(String when, List<String> codes, List<LocalDate> days, Instant known) {
        List<Map<String, Counts>> totals = figures.totals(codes, days, known);
        for (int i = 0; i < days.size(); i++) {
            Map<Cell, Counts> expected =
                    recount.all(days.get(i), known == null ? Instant.parse("2199-01-01T00:00:00Z") : known);
            Map<String, Counts> byRegion = new HashMap<>();
            codes.forEach(code -> byRegion.put(code, expected.getOrDefault(Cell.of(code), Counts.NONE)));
            assertThat(totals.get(i)).as(when + " on " + days.get(i)).isEqualTo(byRegion);
            assertThat(figures.byQualification(List.of("3206"), days.get(i), known))
                    .as(when + " on " + days.get(i) + " by qualification")
                    .isEqualTo(only(expected, cell -> cell.qualification() != null));
            assertThat(figures.byIndustryAndSize(List.of("3206"), days.get(i), known))
                    .as(when + " on " + days.get(i) + " by industry and size")
                    .isEqualTo(only(expected, cell -> cell.industry() != null));
        }
    }

    private static Map<Cell, Counts> only(Map<Cell, Counts> sums, Predicate<Cell> wanted) {
        Map<Cell, Counts> found = new HashMap<>(sums);
        found.keySet().removeIf(cell -> !wanted.test(cell) || !cell.region().equals("3206"));
        return found;
    }
}
