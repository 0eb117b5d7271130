package org.chizheng.statistics.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chizheng.statistics.figures.rule.Cell;
import org.chizheng.statistics.figures.rule.Counts;
import org.chizheng.statistics.figures.rule.DayCurve;
import org.chizheng.statistics.figures.rule.Law;
import org.chizheng.statistics.figures.rule.Person;
import org.chizheng.statistics.figures.rule.Span;
import org.chizheng.statistics.figures.rule.Stretch;
import org.chizheng.statistics.figures.rule.Terms;
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
        List<Person.OnPost> onPosts = new ArrayList<>();
        for (History.Appointment a : history.appointments) {
            for (History.Requirement r : history.requirements) {
                if (a.post().equals(r.post())
                        && isKnown(known, a.knownFrom(), a.knownUntil())
                        && isKnown(known, r.knownFrom(), r.knownUntil())) {
                    places(history, posts.get(a.post()), known)
                            .forEach(place -> onPosts.add(onPost(posts.get(a.post()), a, r, place)));
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
                        .toList(),
                history.absences.stream()
                        .filter(b -> isKnown(known, b.knownFrom(), b.knownUntil()))
                        .map(b -> new Person.Absence(b.post(), new Span(day(b.from()), day(b.until()))))
                        .toList(),
                Stream.concat(
                                history.confirmed.stream()
                                        .filter(c -> isKnown(known, c.knownFrom(), c.knownUntil()))
                                        .map(c -> new Person.Shown(c.qualification(), day(c.day()))),
                                history.passed.stream()
                                        .filter(p -> isKnown(known, p.recordedAt(), p.withdrawnAt()))
                                        .map(p -> new Person.Shown(p.qualification(), day(p.day()))))
                        .toList());
    }

    private record Place(
            String region,
            String zone,
            boolean highRisk,
            String industry,
            String size,
            LocalDate from,
            LocalDate until) {}

    /** As the query joins them: each that is known of the enterprise, at a site in its county and zone, there also if nothing is known. */
    private static List<Place> places(History history, History.Post post, Instant known) {
        List<Place> main = history.facts.stream()
                .filter(f -> f.enterprise().equals(post.enterprise()) && isKnown(known, f.knownFrom(), f.knownUntil()))
                .map(f -> new Place(
                        f.region(),
                        f.zone(),
                        f.highRisk(),
                        f.industry() == null ? Cell.UNREPORTED : f.industry(),
                        f.size() == null ? Cell.UNREPORTED : f.size(),
                        f.from(),
                        f.until()))
                .toList();
        if (post.site() == null) {
            return main;
        }
        History.Site site = history.sites.stream()
                .filter(s -> s.id().equals(post.site()))
                .findFirst()
                .orElseThrow();
        if (main.isEmpty()) {
            return List.of(
                    new Place(site.region(), site.zone(), false, Cell.UNREPORTED, Cell.UNREPORTED, History.EVER, null));
        }
        return main.stream()
                .map(p -> new Place(
                        site.region(), site.zone(), p.highRisk(), p.industry(), p.size(), p.from(), p.until()))
                .toList();
    }

    private static Person.OnPost onPost(History.Post post, History.Appointment a, History.Requirement r, Place place) {
        int from = Math.max(Math.max(day(a.from()), day(r.from())), day(place.from()));
        int until = Math.min(Math.min(day(a.until()), day(r.until())), day(place.until()));
        return new Person.OnPost(
                a.id(),
                post.enterprise(),
                post.id(),
                new Cell(
                        place.region(),
                        place.zone(),
                        r.qualification(),
                        place.highRisk(),
                        place.industry(),
                        place.size()),
                post.department(),
                a.workerKind(),
                day(a.from()),
                new Span(from, until));
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

    private static <T> Terms<T> terms(LawRows rows, Function<LawRows.Policy, T> value) {
        List<Terms.Term<T>> terms = new ArrayList<>();
        for (LawRows.Policy policy : rows.policies()) {
            for (String qualification : History.QUALIFICATIONS) {
                boolean ofCategory = qualification.startsWith(policy.category().toLowerCase(java.util.Locale.ROOT));
                if (value.apply(policy) != null
                        && ofCategory
                        && (policy.qualification() == null
                                || policy.qualification().equals(qualification))) {
                    terms.add(new Terms.Term<>(
                            qualification,
                            policy.qualification() != null,
                            new Span(day(policy.from()), day(policy.until())),
                            value.apply(policy)));
                }
            }
        }
        return new Terms<>(terms);
    }

    private static Law law(LawRows rows) {
        return new Law(
                rows.covers().stream()
                        .map(c -> new Law.Covering(c.covering(), c.covered(), new Span(day(c.from()), day(c.until()))))
                        .toList(),
                rows.acceptances().stream()
                        .map(t -> new Law.Acceptance(
                                t.department(), t.qualification(), new Span(day(t.from()), day(t.until()))))
                        .toList(),
                terms(rows, LawRows.Policy::graceMonths),
                terms(rows, LawRows.Policy::absenceMonths),
                terms(
                        rows,
                        policy -> policy.workers() == null
                                ? null
                                : Set.of(policy.workers().split(","))),
                Map.of("order-30-operator", day(rows.reviewUntil())));
    }
}
