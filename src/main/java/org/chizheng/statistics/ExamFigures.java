package org.chizheng.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.chizheng.scoring.Releases;
import org.chizheng.scoring.SessionTallies;
import org.chizheng.scoring.SessionTally;
import org.chizheng.scoring.rule.ExamSums;
import org.chizheng.scoring.rule.Period;

/** Adds up the sums of sessions by centre, room or qualification: a row read for each session of the period, none for a sitting. */
@ApplicationScoped
class ExamFigures {
    static final List<String> BY = List.of("centre", "room", "qualification");
    private final SessionTallies tallies;
    private final Qualifications qualifications;

    ExamFigures(SessionTallies tallies, Qualifications qualifications) {
        this.tallies = tallies;
        this.qualifications = qualifications;
    }

    /** What is asked for; qualification: its code, empty for all. */
    record Asked(Period period, String by, String qualification) {}

    private record Group(String zh, String en) {}

    /** @param least people of a cell, of which figures are made; 0 for a reader who is told all */
    ExamFiguresView of(Asked asked, Releases.Reach reach, int least) {
        List<SessionTally> sessions = tallies.between(asked.period(), reach).stream()
                .filter(one ->
                        asked.qualification().isEmpty() || asked.qualification().equals(one.qualification()))
                .toList();
        List<SessionTally> told = tallies.told(sessions, least);
        Map<Group, List<SessionTally>> groups =
                new TreeMap<>(Comparator.comparing(Group::zh).thenComparing(Group::en));
        sessions.forEach(one -> groups.computeIfAbsent(group(one, asked.by()), none -> new ArrayList<>()));
        told.forEach(one -> groups.get(group(one, asked.by())).add(one));
        List<ExamRow> rows = new ArrayList<>();
        groups.forEach((group, of) -> rows.add(row(group, of)));
        Instant asOf = sessions.stream()
                .map(SessionTally::countedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new ExamFiguresView(
                asked.period(),
                asked.by(),
                asked.qualification(),
                row(new Group("", ""), told),
                rows,
                least,
                sessions.size() - told.size(),
                asOf);
    }

    private static ExamRow row(Group group, List<SessionTally> told) {
        return new ExamRow(group.zh(), group.en(), told.size(), sum(told), told.isEmpty());
    }

    private static ExamSums sum(List<SessionTally> sessions) {
        return sessions.stream().map(SessionTally::sums).reduce(ExamSums.NONE, ExamSums::plus);
    }

    private Group group(SessionTally one, String by) {
        return switch (by) {
            case "room" -> new Group(one.centreZh() + " " + one.room(), one.centreEn() + " " + one.room());
            case "qualification" -> {
                QualificationView qualification = qualifications.get(one.qualification());
                yield new Group(qualification.zh(), qualification.en());
            }
            default -> new Group(one.centreZh(), one.centreEn());
        };
    }
}
