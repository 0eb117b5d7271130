package org.chizheng.statistics.figures.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What of the policies and the catalogue decides how a requirement stands. */
public final class Law {
    private static final Comparator<Grace> DECIDES = Comparator.comparing(Grace::special)
            .thenComparing(grace -> grace.days().from());
    private final Map<String, List<Covering>> coverings;
    private final Map<String, List<Acceptance>> acceptances;
    private final Map<String, List<Grace>> graces;
    private final Map<String, Integer> reviewsUntil;

    /** A qualification that covers another one on these days. */
    public record Covering(String covering, String covered, Span days) {}

    /** On these days certificates of another department count at its own posts. */
    public record Acceptance(String department, String qualification, Span days) {}

    /**
     * Months after the appointment, by a policy that is in force on these days.
     *
     * @param special made for the qualification, so that it stands above the general one
     */
    public record Grace(String qualification, boolean special, Span days, int months) {}

    /** @param reviewsUntil by policy, the last due day of reviews that are still held */
    public Law(
            List<Covering> coverings,
            List<Acceptance> acceptances,
            List<Grace> graces,
            Map<String, Integer> reviewsUntil) {
        this.coverings = coverings.stream().collect(Collectors.groupingBy(Covering::covered));
        this.acceptances = acceptances.stream().collect(Collectors.groupingBy(Acceptance::qualification));
        this.graces = graces.stream().collect(Collectors.groupingBy(Grace::qualification));
        this.reviewsUntil = Map.copyOf(reviewsUntil);
    }

    /** Of which other qualifications a certificate covers this one, and when. */
    List<Covering> coverings(String covered) {
        return coverings.getOrDefault(covered, List.of());
    }

    List<Acceptance> acceptances(String qualification) {
        return acceptances.getOrDefault(qualification, List.of());
    }

    List<Grace> graces(String qualification) {
        return graces.getOrDefault(qualification, List.of());
    }

    /** By the one policy that decides on the day: made for the qualification before general, later before earlier. */
    Optional<Grace> grace(String qualification, int day) {
        return graces(qualification).stream()
                .filter(grace -> grace.days().holds(day))
                .max(DECIDES);
    }

    /** Reviews that fall due later are not held. */
    int reviewsUntil(String policy) {
        return reviewsUntil.getOrDefault(policy, Span.FOREVER);
    }
}
