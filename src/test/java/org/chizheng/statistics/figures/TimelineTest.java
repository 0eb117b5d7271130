package org.chizheng.statistics.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.chizheng.statistics.figures.rule.Cell;
import org.chizheng.statistics.figures.rule.Counts;
import org.chizheng.statistics.figures.rule.DayCurve;
import org.chizheng.statistics.figures.rule.Law;
import org.chizheng.statistics.figures.rule.Person;
import org.chizheng.statistics.figures.rule.Span;
import org.chizheng.statistics.figures.rule.Stretch;
import org.chizheng.statistics.figures.rule.Timeline;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The timeline of any history is, on every day and as of any knowledge, what the plain definition says of that day. */
class TimelineTest {
    private static final LocalDate BASE = LocalDate.of(2025, 12, 20);
    private static final LawRows ROWS = LawRows.changingAfter(BASE);
    private static final List<String> REGIONS = List.of("320106", "320302");

    @Property(tries = 12_000, shrinking = ShrinkingMode.OFF)
    void isTheDefinitionOnEveryDay(@ForAll long seed) {
        History history = History.drawn(seed, BASE, REGIONS, "320371");
        DailyOracle oracle = new DailyOracle(ROWS);
        for (Instant known : List.of(history.instant(), Instant.MAX)) {
            List<Stretch> stretches = Timeline.of(person(history, known), law(ROWS));
            for (int i = -2; i < History.DAYS + 80; i++) {
                LocalDate day = BASE.plusDays(i);
                Map<DailyOracle.Row, Integer> expected = counted(oracle.on(history, day, known));
                if (!standing(stretches, day).equals(expected)) {
                    assertThat(standing(stretches, day))
                            .as("seed %d, %s as known %s", seed, day, known)
                            .isEqualTo(expected);
                }
            }
        }
    }

    /** Sums of changes, taken in any order, are the counts of every day. */
    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void itsChangesAddUpToTheCountsOfEveryDay(@ForAll long seed) {
        List<Stretch> stretches =
                Timeline.of(person(History.drawn(seed, BASE, REGIONS, "320371"), Instant.MAX), law(ROWS));
        DayCurve curve = new DayCurve();
        stretches.forEach(stretch -> curve.add(stretch, 1));
        Map<Integer, Counts> changes = new HashMap<>();
        curve.each((day, required, covered, grace) -> changes.put(day, new Counts(required, covered, grace)));
        Counts sum = Counts.NONE;
        for (int i = -2; i < History.DAYS + 80; i++) {
            LocalDate day = BASE.plusDays(i);
            sum = sum.plus(changes.getOrDefault((int) day.toEpochDay(), Counts.NONE));
            assertThat(sum)
                    .isEqualTo(stretches.stream()
                            .filter(stretch -> stretch.days().holds((int) day.toEpochDay()))
                            .map(stretch -> Counts.of(stretch.cover()))
                            .reduce(Counts.NONE, Counts::plus));
        }
        stretches.forEach(stretch -> curve.add(stretch, -1));
        curve.each((day, required, covered, grace) -> {
            throw new AssertionError("what is taken back leaves nothing");
        });
    }

    private static Map<DailyOracle.Row, Integer> standing(List<Stretch> stretches, LocalDate day) {
        int number = (int) day.toEpochDay();
        Map<DailyOracle.Row, Integer> rows = new HashMap<>();
        for (Stretch stretch : stretches) {
            if (stretch.days().holds(number)) {
                rows.merge(new DailyOracle.Row(stretch.cell(), stretch.cover()), 1, Integer::sum);
            }
        }
        return rows;
    }

    private static Map<DailyOracle.Row, Integer> counted(List<DailyOracle.Row> rows) {
        Map<DailyOracle.Row, Integer> counted = new HashMap<>();
        rows.forEach(row -> counted.merge(row, 1, Integer::sum));
        return counted;
    }

    /** What is known at the instant, as the queries hand it to the rule. */
    private static Person person(History history, Instant known) {
        Map<UUID, History.Post> posts =
                history.posts.stream().collect(Collectors.toMap(History.Post::id, post -> post));
        Map<UUID, History.Enterprise> enterprises =
                history.enterprises.stream().collect(Collectors.toMap(History.Enterprise::id, e -> e));
        List<Person.OnPost> onPosts = new ArrayList<>();
        for (History.Appointment a : history.appointments) {
            for (History.Requirement r : history.requirements) {
                if (a.post().equals(r.post())
                        && isKnown(known, a.knownFrom(), a.knownUntil())
                        && isKnown(known, r.knownFrom(), r.knownUntil())) {
                    History.Post post = posts.get(a.post());
                    History.Enterprise at = enterprises.get(post.enterprise());
                    int from = Math.max(day(a.from()), day(r.from()));
                    int until = Math.min(day(a.until()), day(r.until()));
                    onPosts.add(new Person.OnPost(
                            a.id(),
                            at.id(),
                            new Cell(at.region(), at.zone(), r.qualification(), at.highRisk()),
                            post.department(),
                            day(a.from()),
                            new Span(from, until)));
                }
            }
        }
        return new Person(
                onPosts,
                history.certificates.stream()
                        .filter(c -> !c.issuedAt().isAfter(known))
                        .map(c -> held(history, c, known))
                        .toList(),
                history.foreign.stream()
                        .filter(f -> !f.recordedAt().isAfter(known))
                        .map(f -> new Person.Foreign(
                                f.qualification(), f.department(), new Span(day(f.from()), day(f.to()) + 1)))
                        .toList());
    }

    private static Person.Held held(History history, History.Certificate c, Instant known) {
        return new Person.Held(
                c.qualification(),
                c.policy(),
                new Span(day(c.from()), day(c.to()) + 1),
                day(c.reviewDue()),
                history.events.stream()
                        .filter(e -> e.certificate().equals(c.id())
                                && !e.recordedAt().isAfter(known))
                        .sorted(Comparator.comparing(History.Event::recordedAt))
                        .map(e -> new Person.Event(kind(e.kind()), day(e.day()), day(e.reviewDue())))
                        .toList());
    }

    private static Person.Kind kind(String kind) {
        return switch (kind) {
            case "SUSPENDED", "REINSTATED", "REVIEWED" -> Person.Kind.valueOf(kind);
            default -> Person.Kind.ENDED;
        };
    }

    private static boolean isKnown(Instant at, Instant from, Instant until) {
        return !from.isAfter(at) && (until == null || until.isAfter(at));
    }

    private static int day(LocalDate date) {
        return date == null ? Span.FOREVER : (int) date.toEpochDay();
    }

    private static Law law(LawRows rows) {
        List<Law.Grace> graces = new ArrayList<>();
        for (LawRows.Policy policy : rows.policies()) {
            for (String qualification : History.QUALIFICATIONS) {
                boolean ofCategory = qualification.startsWith(policy.category().toLowerCase(java.util.Locale.ROOT));
                if (policy.graceMonths() != null
                        && ofCategory
                        && (policy.qualification() == null
                                || policy.qualification().equals(qualification))) {
                    graces.add(new Law.Grace(
                            qualification,
                            policy.qualification() != null,
                            new Span(day(policy.from()), day(policy.until())),
                            policy.graceMonths()));
                }
            }
        }
        return new Law(
                rows.covers().stream()
                        .map(c -> new Law.Covering(c.covering(), c.covered(), new Span(day(c.from()), day(c.until()))))
                        .toList(),
                rows.acceptances().stream()
                        .map(t -> new Law.Acceptance(
                                t.department(), t.qualification(), new Span(day(t.from()), day(t.until()))))
                        .toList(),
                graces,
                Map.of("order-30-operator", day(rows.reviewUntil())));
    }
}
