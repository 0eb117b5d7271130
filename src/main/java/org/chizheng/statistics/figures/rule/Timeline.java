package org.chizheng.statistics.figures.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.chizheng.statistics.figures.rule.Law.Acceptance;
import org.chizheng.statistics.figures.rule.Law.Covering;
import org.chizheng.statistics.figures.rule.Law.Grace;
import org.chizheng.statistics.figures.rule.Person.OnPost;

/**
 * How each requirement of a person on post stands over all time: the function fitness_on of every day at once, of the facts known at one instant. It can only change on days that
 * the facts name, so it is asked on those days alone.
 */
public final class Timeline {
    private final Law law;
    private final OnPost post;
    /** Days on which a certificate answers. */
    private final List<Span> held = new ArrayList<>();

    private Timeline(Law law, OnPost post) {
        this.law = law;
        this.post = post;
    }

    /** @return the stretches of each requirement, one after the other; neighbours differ in how the requirement stands */
    public static List<Stretch> of(Person person, Law law) {
        List<List<Span>> valid = person.certificates().stream()
                .map(certificate -> Validity.days(certificate, law))
                .toList();
        List<Stretch> stretches = new ArrayList<>();
        for (OnPost post : person.posts()) {
            Timeline timeline = new Timeline(law, post);
            timeline.hold(person, valid);
            timeline.lay(stretches);
        }
        return stretches;
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
        TreeSet<Integer> turns = turns();
        int begun = post.days().from();
        Cover cover = on(begun);
        for (int turn : turns) {
            Cover next = on(turn);
            if (next != cover) {
                stretches.add(stretch(cover, begun, turn));
                begun = turn;
                cover = next;
            }
        }
        stretches.add(stretch(cover, begun, post.days().until()));
    }

    private Stretch stretch(Cover cover, int from, int until) {
        return new Stretch(post.appointment(), post.enterprise(), post.cell(), cover, new Span(from, until));
    }

    private TreeSet<Integer> turns() {
        TreeSet<Integer> turns = new TreeSet<>();
        held.forEach(days -> turn(turns, days));
        for (Grace grace : law.graces(post.cell().qualification())) {
            turn(turns, grace.days());
            turns.add(graceEnd(grace));
        }
        turns.removeIf(turn -> !post.days().holds(turn));
        return turns;
    }

    private static void turn(TreeSet<Integer> turns, Span days) {
        turns.add(days.from());
        turns.add(days.until());
    }

    private Cover on(int day) {
        if (held.stream().anyMatch(days -> days.holds(day))) {
            return Cover.HELD;
        }
        boolean grace = law.grace(post.cell().qualification(), day)
                .filter(months -> graceEnd(months) > day)
                .isPresent();
        return grace ? Cover.GRACE : Cover.OPEN;
    }

    /** First day after the months; the last day of a shorter month stands for a day that it does not have. */
    private int graceEnd(Grace grace) {
        return Math.toIntExact(LocalDate.ofEpochDay(post.appointed())
                .plusMonths(grace.months())
                .toEpochDay());
    }
}
