package org.chizheng.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.application.rule.ApplicationState;
import org.chizheng.application.rule.Lack;
import org.chizheng.common.Sealer;
import org.chizheng.people.Persons;

/** Which of the applications that wait may be accepted together: whose photo, documents and rules leave nothing to look at. */
@ApplicationScoped
public class Readiness {
    private final Reviewing reviewing;
    private final Documents documents;
    private final Persons persons;
    private final Sealer sealer;

    public Readiness(Reviewing reviewing, Documents documents, Persons persons, Sealer sealer) {
        this.reviewing = reviewing;
        this.documents = documents;
        this.persons = persons;
        this.sealer = sealer;
    }

    /** What keeps an application from it, with the rules that stand against it. */
    public record Ready(List<Lack> lacks, List<ObjectionView> objections) {
        public Ready {
            lacks = List.copyOf(lacks);
            objections = List.copyOf(objections);
        }

        public boolean isYes() {
            return lacks.isEmpty();
        }
    }

    /** Of those of a page that wait, by id. */
    @Transactional
    public Map<UUID, Ready> of(List<ApplicationView> applications) {
        Map<UUID, Ready> ready = new HashMap<>();
        applications.stream()
                .filter(each -> each.state() == ApplicationState.SUBMITTED)
                .forEach(each -> ready.put(each.id(), of(each)));
        return ready;
    }

    @Transactional
    Ready of(ApplicationView application) {
        List<ObjectionView> against = reviewing.standing(application);
        List<Documents.Kind> there = documents.of(application.id()).stream()
                .map(Documents.Listed::kind)
                .toList();
        Lack.Known known = new Lack.Known(
                persons.findById(application.personId()).photo(sealer) != null,
                application.photoFindings().size(),
                there.contains(Documents.Kind.IDENTITY),
                application.trainingHours(),
                there.contains(Documents.Kind.TRAINING),
                against.size());
        return new Ready(Lack.of(known), against);
    }
}
