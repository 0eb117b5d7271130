package org.chizheng.fitness.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Refused;
import org.chizheng.fitness.rule.FitReason;
import org.chizheng.fitness.rule.NameKey;
import org.chizheng.people.IdDocuments;
import org.chizheng.people.Persons;
import org.chizheng.people.rule.IdDocument;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;

/** Understands rows: whom they name and what they ask. */
@ApplicationScoped
public class RowReading {
    private static final String USUAL_DEPARTMENT = "EMERGENCY";
    private final Matches matches;
    private final Persons persons;
    private final Qualifications qualifications;

    public RowReading(Matches matches, Persons persons, Qualifications qualifications) {
        this.matches = matches;
        this.persons = persons;
        this.qualifications = qualifications;
    }

    /**
     * A row as it is understood.
     *
     * @param document null when it can be nobody's
     * @param qualification its code; as it was written where it is unknown
     * @param fault why it cannot be asked, else null
     * @param person null when the number is nobody's
     * @param own whether the person stands at a post within the asker's reach
     * @param department of the post that the row names, where that is known
     */
    record Read(
            AskedRow row,
            IdDocument document,
            String qualification,
            FitReason fault,
            Persons.Named person,
            boolean own,
            String department) {
        boolean isNamedRight() {
            return person != null && NameKey.of(row.name()).equals(NameKey.of(person.name()));
        }

        private Read as(Persons.Named somebody, boolean ofAsker, String ofPost) {
            return new Read(row, document, qualification, fault, somebody, ofAsker, ofPost);
        }
    }

    List<Read> read(List<AskedRow> rows, Asker asker, LocalDate today) {
        List<Read> read = understood(rows);
        Map<IdDocument, Persons.Named> known = persons.known(
                read.stream().filter(r -> r.fault() == null).map(Read::document).collect(Collectors.toSet()));
        Map<UUID, Map<String, String>> standing =
                matches.standing(known.values().stream().map(Persons.Named::id).toList(), asker, today);
        Map<String, String> departments = matches.departments(asker.enterprises());
        return read.stream()
                .map(r -> {
                    Persons.Named person = r.fault() == null ? known.get(r.document()) : null;
                    Map<String, String> posts = person == null ? null : standing.get(person.id());
                    String title = r.row().post();
                    String usual = departments.getOrDefault(title, USUAL_DEPARTMENT);
                    return r.as(person, posts != null, posts == null ? usual : posts.getOrDefault(title, usual));
                })
                .toList();
    }

    private List<Read> understood(List<AskedRow> rows) {
        Map<String, Optional<String>> codes = new HashMap<>();
        List<Read> read = new ArrayList<>();
        for (AskedRow row : rows) {
            IdDocument document = document(row);
            Optional<String> code = codes.computeIfAbsent(
                    row.qualification(), text -> qualifications.named(text).map(QualificationView::code));
            FitReason fault = fault(row, document, code.isPresent());
            read.add(new Read(row, document, code.orElse(row.qualification()), fault, null, false, USUAL_DEPARTMENT));
        }
        return read;
    }

    private static FitReason fault(AskedRow row, IdDocument document, boolean known) {
        if (!row.readable()) {
            return FitReason.CELL_UNREADABLE;
        }
        if (document == null) {
            return FitReason.ID_INVALID;
        }
        return known ? null : FitReason.QUALIFICATION_UNKNOWN;
    }

    private static IdDocument document(AskedRow row) {
        try {
            return IdDocuments.named(row.idType(), row.idNumber());
        } catch (Refused e) {
            return null;
        }
    }
}
