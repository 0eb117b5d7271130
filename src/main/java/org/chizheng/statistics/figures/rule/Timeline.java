package org.chizheng.statistics.figures.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

import org.chizheng.statistics.figures.rule.Law.Acceptance;
import org.chizheng.statistics.figures.rule.Law.Covering;
import org.chizheng.statistics.figures.rule.Person.OnPost;

/**
 * How each requirement of a person on post stands over all time: the function fitness_on of every day at once, of the facts known at one instant. It can only change on days that
 * the facts name, so it is asked on those days alone.
 */
public final class Timeline {
    private final Law law;
    private final OnPost post;
    private final Away away;
    /** Days on which a certificate answers. */
    private final List<Span> held = new ArrayList<>();

    private Timeline(Person person, Law law, OnPost post) {
        this.law = law;
        this.post = post;
        this.away = new Away(person, post, law);
    }

    /** @return stretches on which a requirement is counted; those that follow on one another differ in how it stands, in the place or in the class */
    public static List<Stretch> of(Person person, Law law) {
        List<List<Span>> valid = person.certificates().stream()
                .map(certificate -> Validity.days(certificate, law))
                .toList();
        List<Stretch> stretches = new ArrayList<>();
        for (OnPost post : person.posts()) {
            Timeline timeline = new Timeline(person, law, post);
            timeline.hold(person, valid);
            timeline.lay(stretches);
        }
        return person.posts().size() < 2 ? stretches : joined(stretches);
    }

    /** What goes on in the next row, because nothing that counts has changed with it, is one stretch. */
    private static List<Stretch> joined(List<Stretch> stretches) {
        stretches.sort(Comparator.comparingInt(stretch -> stretch.days().from()));
        List<Stretch> joined = new ArrayList<>(stretches.size());
        for (Stretch stretch : stretches) {
            int at = joined.size() - 1;
            while (at >= 0 && !joined.get(at).goesOnIn(stretch)) {
                at--;
            }
            if (at < 0) {
                joined.add(stretch);
            } else {
                joined.set(at, joined.get(at).until(stretch.days().until()));
            }
        }
        return joined;
    }

    private void hold(Person person, List<List<Span>> valid) {
        String required = post.cell().qualification();
        for (int i = 0; i < valid.size(); i++) {
            String qualification = person.certificates().get(i).qualification();
            if (qualification.equals(required)) {
                held.addAll(valid.get(i));
                continue;
            }
            for (Covering covering : law.coverings(required)) {
                if (covering.covering().equals(qualification)) {
                    valid.get(i).forEach(days -> holdWithin(days, covering.days()));
                }
            }
        }
        for (Person.Foreign foreign : person.foreign()) {
            if (foreign.department().equals(post.department())
                    && foreign.qualification().equals(required)) {
                accept(foreign.days());
            }
        }
    }

    private void accept(Span days) {
        for (Acceptance acceptance : law.acceptances(post.cell().qualification())) {
            if (acceptance.department().equals(post.department())) {
                holdWithin(days, acceptance.days());
            }
        }
    }

    private void holdWithin(Span one, Span other) {
        int from = Math.max(one.from(), other.from());
        int until = Math.min(one.until(), other.until());
        if (from < until) {
            held.add(new Span(from, until));
        }
    }

    private void lay(List<Stretch> stretches) {
        if (post.days().from() >= post.days().until()) {
            return;
        }
        int begun = post.days().from();
        Cover cover = on(begun);
        for (int turn : turns()) {
            Cover next = on(turn);
            if (next != cover) {
                add(stretches, cover, begun, turn);
                begun = turn;
                cover = next;
            }
        }
        add(stretches, cover, begun, post.days().until());
    }

    private void add(List<Stretch> stretches, Cover cover, int from, int until) {
        if (cover != null) {
            stretches.add(
                    new Stretch(post.appointment(), post.enterprise(), post.cell(), cover, new Span(from, until)));
        }
    }

    private TreeSet<Integer> turns() {
        String qualification = post.cell().qualification();
        TreeSet<Integer> turns = new TreeSet<>();
        held.forEach(days -> days.turn(turns));
        law.graces().turn(qualification, turns);
        law.graces().of(qualification).forEach(grace -> turns.add(Span.monthsAfter(post.appointed(), grace.value())));
        law.workers().turn(qualification, turns);
        away.turn(turns);
        turns.removeIf(turn -> !post.days().holds(turn));
        return turns;
    }

    /** @return null where the requirement is not counted */
    private Cover on(int day) {
        String qualification = post.cell().qualification();
        if (!law.counts(post.workerKind(), qualification, day)) {
            return null;
        }
        if (isHeld(day) && !away.isTooLong(day)) {
            return Cover.HELD;
        }
        boolean grace = law.graces()
                .on(qualification, day)
                .filter(months -> Span.monthsAfter(post.appointed(), months) > day)
                .isPresent();
        return grace ? Cover.GRACE : Cover.OPEN;
    }

    private boolean isHeld(int day) {
        for (Span days : held) {
            if (days.holds(day)) {
                return true;
            }
        }
        return false;
    }
}
