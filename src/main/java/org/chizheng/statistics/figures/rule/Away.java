package org.chizheng.statistics.figures.rule;

import java.util.Collection;
import java.util.List;

import org.chizheng.statistics.figures.rule.Person.OnPost;

/** On which days somebody was off a post for so long that practice has to be shown again, and it was not. */
final class Away {
    private final Terms<Integer> months;
    private final String qualification;
    private final List<Span> absences;
    /** Days on which practice was shown. */
    private final List<Integer> shown;

    Away(Person person, OnPost post, Law law) {
        months = law.absences();
        qualification = post.cell().qualification();
        absences = person.absences().stream()
                .filter(absence -> absence.post().equals(post.post()))
                .map(Person.Absence::days)
                .toList();
        shown = person.shown().stream()
                .filter(one -> one.qualification().equals(qualification))
                .map(Person.Shown::day)
                .toList();
    }

    /** Days on which it may change. */
    void turn(Collection<Integer> turns) {
        if (absences.isEmpty()) {
            return;
        }
        months.turn(qualification, turns);
        months.of(qualification)
                .forEach(
                        term -> absences.forEach(absence -> turns.add(Span.monthsAfter(absence.from(), term.value()))));
        turns.addAll(shown);
    }

    boolean isTooLong(int day) {
        if (absences.isEmpty()) {
            return false;
        }
        int most = months.on(qualification, day).orElse(0);
        return most > 0 && absences.stream().anyMatch(absence -> isOpen(absence, most, day));
    }

    private boolean isOpen(Span absence, int most, int day) {
        int since = Span.monthsAfter(absence.from(), most);
        return since <= day && since <= absence.until() && shown.stream().noneMatch(one -> since <= one && one <= day);
    }
}
