package org.chizheng.closing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.incident.IncidentRow;
import org.chizheng.incident.Incidents;
import org.chizheng.invigilation.Commands;
import org.chizheng.invigilation.GivenCommand;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.chizheng.session.SessionView;

/** Gathers what the record of a room tells, as it is now. */
@ApplicationScoped
class RoomRecords {
    private static final String STAFF = """
            SELECT p.name, f.duty FROM session_duty d JOIN centre_staff f ON f.id = d.staff_id JOIN person p ON p.id = f.person_id
            WHERE d.session_id = ? ORDER BY f.duty, p.name, f.id""";
    private static final String NAMES = "SELECT username, display_zh FROM account WHERE username = ANY (?)";
    private final Attendances attendances;
    private final Incidents incidents;
    private final Qualifications qualifications;
    private final Commands commands;
    private final Sql sql;

    RoomRecords(
            Attendances attendances, Incidents incidents, Qualifications qualifications, Commands commands, Sql sql) {
        this.attendances = attendances;
        this.incidents = incidents;
        this.qualifications = qualifications;
        this.commands = commands;
        this.sql = sql;
    }

    private record Draw(String commitment, String publicValue, Instant at) {
        static Draw of(ResultSet row) throws SQLException {
            return new Draw(row.getString(1), row.getString(2), Sql.instant(row, "drawn_at"));
        }
    }

    RoomFacts of(SessionView session) {
        QualificationView exam = qualifications.get(session.qualification());
        Draw draw = sql.first(
                        "SELECT commitment, public_value, drawn_at FROM paper_batch WHERE id = ?",
                        Draw::of,
                        session.batchId())
                .orElseThrow();
        List<AttendanceLine> attendance = attendances.of(session);
        List<RoomFacts.Happened> happened = incidents.ofSession(session.id()).stream()
                .filter(row -> !row.steps().withdrawn())
                .map(this::happened)
                .toList();
        List<GivenCommand> given = commands.given(session.id());
        return new RoomFacts(
                session,
                exam.zh(),
                exam.en(),
                draw.commitment(),
                draw.publicValue(),
                draw.at(),
                attendance,
                happened,
                given,
                sql.list(STAFF, row -> new RoomFacts.OnDuty(row.getString(1), row.getString(2)), session.id()),
                names(happened, given));
    }

    private Map<String, String> names(List<RoomFacts.Happened> happened, List<GivenCommand> given) {
        String[] usernames = Stream.concat(
                        happened.stream().flatMap(one -> one.signers().stream()),
                        given.stream().map(GivenCommand::actor))
                .map(RoomRecords::username)
                .distinct()
                .toArray(String[]::new);
        return sql.list(NAMES, row -> Map.entry(row.getString(1), row.getString(2)), (Object) usernames).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What an actor signs in with. */
    static String username(String principal) {
        return principal.substring(principal.indexOf(':') + 1);
    }

    private RoomFacts.Happened happened(IncidentRow row) {
        return new RoomFacts.Happened(
                row.happenedAt(),
                row.what().kind(),
                row.what().zh(),
                row.what().en(),
                row.name() == null ? null : row.name() + " " + row.ticket(),
                row.creditedMinutes(),
                sql.list(
                        "SELECT signer FROM incident_signature WHERE incident_id = ? ORDER BY place",
                        signer -> signer.getString(1),
                        row.id()));
    }
}
