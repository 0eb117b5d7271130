package org.chizheng.practice;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.bank.SubjectView;
import org.chizheng.bank.Subjects;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.practice.rule.Mastery;

/** Subjects that can be practised, as one person finds them. */
@ApplicationScoped
class Desks {
    private final Subjects subjects;
    private final Standings standings;
    private final Aims aims;

    Desks(Subjects subjects, Standings standings, Aims aims) {
        this.subjects = subjects;
        this.standings = standings;
        this.aims = aims;
    }

    /** Subjects with published items: what the person is enrolled for, what was begun, the others. */
    List<SubjectCard> all(UUID person) {
        Map<String, List<Mastery>> mastery = standings.mastery(person);
        Set<String> wanted = aims.qualifications(person);
        return subjects.all().stream()
                .filter(subject -> mastery.containsKey(subject.code()))
                .map(subject ->
                        new SubjectCard(subject, wanted.contains(subject.qualification()), mastery.get(subject.code())))
                .sorted(Comparator.comparing((SubjectCard card) -> !card.mine())
                        .thenComparing(card -> card.answered() == 0))
                .toList();
    }

    /** @throws Refused NOT_FOUND if there is no such subject, or nothing of it is published */
    SubjectCard find(UUID person, String subject) {
        SubjectView found = subject(subject);
        List<Mastery> mastery = standings.mastery(person, subject);
        if (mastery.isEmpty()) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return new SubjectCard(found, aims.qualifications(person).contains(found.qualification()), mastery);
    }

    /** The subject's names, without asking how far anybody is. */
    SubjectView subject(String code) {
        return subjects.find(code).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }
}
