package org.chizheng.statistics.figures.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What of the policies and the catalogue decides how a requirement stands. */
public final class Law {
    /** Article 28 of the Work Safety Law names these; they are counted where no policy says who is. */
    private static final Set<String> COUNTED = Set.of("EMPLOYEE", "DISPATCHED", "INTERN");

    private final Map<String, List<Covering>> coverings;
    private final Map<String, List<Acceptance>> acceptances;
    private final Terms<Integer> graces;
    private final Terms<Integer> absences;
    private final Terms<Set<String>> workers;
    private final Map<String, Integer> reviewsUntil;

    /** A qualification that covers another one on these days. */
    public record Covering(String covering, String covered, Span days) {}

    /** On these days certificates of another department count at its own posts. */
    public record Acceptance(String department, String qualification, Span days) {}

    /**
     * @param graces months after the appointment
     * @param absences months off the post after which practice has to be shown again, 0 for no such rule
     * @param workers kinds of workers who are counted
     * @param reviewsUntil by policy, the last due day of reviews that are still held
     */
    public Law(
            List<Covering> coverings,
            List<Acceptance> acceptances,
            Terms<Integer> graces,
            Terms<Integer> absences,
            Terms<Set<String>> workers,
            Map<String, Integer> reviewsUntil) {
        this.coverings = coverings.stream().collect(Collectors.groupingBy(Covering::covered));
        this.acceptances = acceptances.stream().collect(Collectors.groupingBy(Acceptance::qualification));
        this.graces = graces;
        this.absences = absences;
        this.workers = workers;
        this.reviewsUntil = Map.copyOf(reviewsUntil);
    }

    /** Of which other qualifications a certificate covers this one, and when. */
    List<Covering> coverings(String covered) {
        return coverings.getOrDefault(covered, List.of());
    }

    List<Acceptance> acceptances(String qualification) {
        return acceptances.getOrDefault(qualification, List.of());
    }

    Terms<Integer> graces() {
        return graces;
    }

    Terms<Integer> absences() {
        return absences;
    }

    Terms<Set<String>> workers() {
        return workers;
    }

    boolean counts(String workerKind, String qualification, int day) {
        return workers.on(qualification, day).orElse(COUNTED).contains(workerKind);
    }

    /** Reviews that fall due later are not held. */
    int reviewsUntil(String policy) {
        return reviewsUntil.getOrDefault(policy, Span.FOREVER);
    }
}
