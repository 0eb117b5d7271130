package org.chizheng.application;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.people.Person;
import org.chizheng.people.Persons;
import org.chizheng.people.rule.Masking;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerm;

/** All of an application that its page shows: also what is sealed. */
@ApplicationScoped
public class Dossiers {
    private static final String STATED = "SELECT * FROM application_objection WHERE application_id = ? ORDER BY id";
    private final Sql sql;
    private final Sealer sealer;
    private final Persons persons;
    private final Policies policies;
    private final Choices choices;
    private final Documents documents;
    private final History history;

    public Dossiers(
            Sql sql,
            Sealer sealer,
            Persons persons,
            Policies policies,
            Choices choices,
            Documents documents,
            History history) {
        this.sql = sql;
        this.sealer = sealer;
        this.persons = persons;
        this.policies = policies;
        this.choices = choices;
        this.documents = documents;
        this.history = history;
    }

    /** A rule by which it was refused. */
    public record Stated(String rule, String article) {}

    /**
     * @param idNumber masked
     * @param phone null where none is known
     * @param health codes of declared illnesses; null when nothing was declared
     * @param typed the form as it would have to be filled in to say the same
     * @param fee of the examination in yuan, with where that is written
     */
    public record Dossier(
            ApplicationView application,
            String idNumber,
            String phone,
            String address,
            List<String> health,
            ApplyForm typed,
            boolean photo,
            String fee,
            String feeArticle,
            List<Documents.Listed> documents,
            List<Stated> stated,
            List<History.Event> events) {
        public boolean isDeclared() {
            return health != null;
        }
    }

    /** What is sealed beside an application; each part null where there is none. */
    private record Sealed(String address, String health) {}

    @Transactional
    public Dossier of(ApplicationView application) {
        UUID id = application.id();
        Person person = persons.findById(application.personId());
        Sealed sealed = sealed(id);
        return new Dossier(
                application,
                Masking.idNumber(person.idNumber(sealer)),
                person.phone(sealer),
                sealed.address(),
                illnesses(sealed.health()),
                typed(application, person, sealed),
                person.photo(sealer) != null,
                policies.byId(application.policy()).text(PolicyTerm.EXAM_FEE),
                policies.article(application.policy(), PolicyTerm.EXAM_FEE),
                documents.of(id),
                sql.list(STATED, row -> new Stated(row.getString("rule"), row.getString("article")), id),
                history.of(id));
    }

    /** What was asked for and declared, as the rules need it. */
    Asked asked(ApplicationView application) {
        return new Asked(
                application.qualification(),
                application.kind(),
                application.education(),
                application.trainingHours(),
                illnesses(sealed(application.id()).health()));
    }

    private ApplyForm typed(ApplicationView application, Person person, Sealed sealed) {
        ApplyForm form = new ApplyForm();
        List<String> illnesses = illnesses(sealed.health());
        form.education = application.education().name();
        form.occupation = application.occupation();
        form.phone = person.phone(sealer);
        form.address = sealed.address();
        form.health = illnesses == null ? "" : illnesses.isEmpty() ? "NONE" : "SOME";
        form.illness = illnesses;
        if (application.trainingHours() > 0) {
            form.hours = String.valueOf(application.trainingHours());
            form.from = application.trainingFrom().toString();
            form.until = application.trainingUntil().toString();
        }
        form.provider = choices.creditCode(application.providerId());
        return form;
    }

    private Sealed sealed(UUID id) {
        return sql.first(
                        "SELECT address_sealed, health_sealed FROM application WHERE id = ?",
                        row -> new Sealed(
                                open(row.getBytes("address_sealed"), Applying.ADDRESS, id),
                                open(row.getBytes("health_sealed"), Applying.HEALTH, id)),
                        id)
                .orElseThrow();
    }

    private String open(byte[] sealed, String purpose, UUID id) {
        return sealed == null ? null : sealer.openText(sealed, purpose, id);
    }

    private static List<String> illnesses(String codes) {
        if (codes == null) {
            return null;
        }
        return Arrays.stream(codes.split(",")).filter(code -> !code.isEmpty()).toList();
    }
}
