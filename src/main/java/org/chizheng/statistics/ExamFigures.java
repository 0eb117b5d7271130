package org.chizheng.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.chizheng.scoring.Releases;
import org.chizheng.scoring.SessionTallies;
import org.chizheng.scoring.SessionTally;
import org.chizheng.scoring.rule.ExamSums;
import org.chizheng.scoring.rule.Period;
import org.chizheng.statistics.rule.SmallCells;

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

    /** @param least rows with fewer scored candidates are hidden, 0 for none */
    ExamFiguresView of(Asked asked, Releases.Reach reach, int least) {
        List<SessionTally> sessions = tallies.between(asked.period(), reach).stream()
                .filter(one ->
                        asked.qualification().isEmpty() || asked.qualification().equals(one.qualification()))
                .toList();
        Map<Group, List<SessionTally>> groups =
                new TreeMap<>(Comparator.comparing(Group::zh).thenComparing(Group::en));
        sessions.forEach(one -> groups.computeIfAbsent(group(one, asked.by()), none -> new ArrayList<>())
                .add(one));
        List<ExamSums> sums = groups.values().stream().map(ExamFigures::sum).toList();
        Set<Integer> hidden =
                SmallCells.hidden(sums.stream().map(ExamSums::scored).toList(), least);
        List<ExamRow> rows = new ArrayList<>();
        groups.forEach((group, of) ->
                rows.add(new ExamRow(group.zh(), group.en(), of.size(), sum(of), hidden.contains(rows.size()))));
        ExamSums all = sum(sessions);
        boolean few = all.scored() > 0 && all.scored() < least;
        Instant asOf = sessions.stream()
                .map(SessionTally::countedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new ExamFiguresView(
                asked.period().from(),
                asked.period().to(),
                asked.by(),
                asked.qualification(),
                new ExamRow("", "", sessions.size(), all, few),
                rows,
                least,
                hidden.size(),
                asOf);
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
