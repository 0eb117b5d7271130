package org.chizheng.statistics.figures.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What policies say under one term, for each qualification, on the days on which they are in force. */
public final class Terms<T> {
    private final Comparator<Term<T>> decides = Comparator.<Term<T>, Boolean>comparing(Term::special)
            .thenComparing(term -> term.days().from());
    private final Map<String, List<Term<T>>> terms;

    /**
     * What one policy says.
     *
     * @param special made for the qualification, so that it stands above the general one
     */
    public record Term<T>(String qualification, boolean special, Span days, T value) {}

    public Terms(Collection<Term<T>> terms) {
        this.terms = terms.stream().collect(Collectors.groupingBy(Term::qualification));
    }

    List<Term<T>> of(String qualification) {
        return terms.getOrDefault(qualification, List.of());
    }

    /** By the one policy that decides on the day: made for the qualification before general, later before earlier. */
    Optional<T> on(String qualification, int day) {
        Term<T> found = null;
        for (Term<T> term : of(qualification)) {
            if (term.days().holds(day) && (found == null || decides.compare(term, found) > 0)) {
                found = term;
            }
        }
        return found == null ? Optional.empty() : Optional.of(found.value());
    }

    /** Days on which another policy may decide. */
    void turn(String qualification, Collection<Integer> turns) {
        of(qualification).forEach(term -> term.days().turn(turns));
    }
}
