package org.chizheng.scoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.people.Persons;
import org.chizheng.people.rule.Masking;

/** The official results of a session with the names of those who sat, as their centre may keep them. */
@ApplicationScoped
class ReleasedResults {
    private static final String OF = """
            SELECT e.ticket, p.id AS person, p.name, t.label AS seat, r.raw, r.cut, r.passed, r.released_at, EXISTS (SELECT FROM result_change c WHERE c.result_id = r.id) AS corrected
            FROM result r JOIN sitting s ON s.id = r.sitting_id JOIN enrolment e ON e.id = s.enrolment_id JOIN person p ON p.id = r.person_id
            LEFT JOIN seat t ON t.id = e.seat_id WHERE r.session_id = ? AND r.released_at IS NOT NULL ORDER BY e.ticket""";
    private final Sql sql;
    private final Persons persons;
    private final Sealer sealer;

    ReleasedResults(Sql sql, Persons persons, Sealer sealer) {
        this.sql = sql;
        this.persons = persons;
        this.sealer = sealer;
    }

    /** In the order of the tickets. */
    List<ReleasedLine> of(UUID session) {
        return sql.list(OF, this::line, session);
    }

    private ReleasedLine line(ResultSet row) throws SQLException {
        String number = persons.findById(row.getObject("person", UUID.class)).idNumber(sealer);
        return new ReleasedLine(
                row.getString("ticket"),
                row.getString("name"),
                Masking.idNumber(number),
                row.getString("seat"),
                row.getInt("raw"),
                row.getInt("cut"),
                row.getBoolean("passed"),
                Sql.instant(row, "released_at"),
                row.getBoolean("corrected"));
    }
}
