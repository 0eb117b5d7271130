package org.chizheng.admission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.people.Person;
import org.chizheng.people.Persons;
import org.chizheng.people.rule.Masking;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.chizheng.regulation.rule.PolicyTerm;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** What tickets say, opened from under seal for printing. Rehearsals have none. */
@ApplicationScoped
class TicketFaces {
    private static final String FACE = """
            SELECT e.id, e.session_id, e.person_id, e.ticket, s.qualification, s.policy, s.starts_at, s.minutes, s.late_minutes,
                   c.zh, c.en, c.directions_zh, c.directions_en, r.label
            FROM enrolment e JOIN exam_session s ON s.id = e.session_id JOIN centre c ON c.id = s.centre_id JOIN room r ON r.id = s.room_id
            WHERE NOT s.rehearsal AND\s""";
    private final Sql sql;
    private final Persons persons;
    private final Sealer sealer;
    private final Policies policies;
    private final Qualifications qualifications;

    TicketFaces(Sql sql, Persons persons, Sealer sealer, Policies policies, Qualifications qualifications) {
        this.sql = sql;
        this.persons = persons;
        this.sealer = sealer;
        this.policies = policies;
        this.qualifications = qualifications;
    }

    Optional<TicketFace> find(UUID enrolment) {
        return QuarkusTransaction.joiningExisting().call(() -> sql.first(FACE + " e.id = ?", this::face, enrolment));
    }

    /** In the order of the tickets. */
    List<TicketFace> ofSession(UUID session) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> sql.list(FACE + " e.session_id = ? ORDER BY e.ticket", this::face, session));
    }

    /** A person's enrolments from a day on, the next first: what tickets there are. */
    List<UpcomingView> upcoming(UUID person, java.time.Instant from) {
        return sql.list(
                FACE + " e.person_id = ? AND s.starts_at >= ? ORDER BY s.starts_at",
                row -> new UpcomingView(
                        row.getObject("id", UUID.class),
                        row.getString("qualification"),
                        row.getString("zh"),
                        row.getString("en"),
                        row.getString("label"),
                        Sql.instant(row, "starts_at")),
                person,
                from);
    }

    private TicketFace face(ResultSet row) throws SQLException {
        UUID id = row.getObject("person_id", UUID.class);
        Person person = persons.findById(id);
        QualificationView qualification = qualifications.get(row.getString("qualification"));
        return new TicketFace(
                row.getObject("id", UUID.class),
                row.getObject("session_id", UUID.class),
                id,
                row.getString("ticket"),
                person.name(),
                Masking.idNumber(person.idNumber(sealer)),
                person.photo(sealer),
                qualification.zh(),
                qualification.en(),
                row.getString("zh"),
                row.getString("en"),
                row.getString("label"),
                Sql.instant(row, "starts_at"),
                row.getInt("minutes"),
                policies.byId(row.getString("policy")).number(PolicyTerm.ARRIVAL_MINUTES),
                row.getInt("late_minutes"),
                row.getString("directions_zh"),
                row.getString("directions_en"));
    }
}
