package org.chizheng.session;

import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.practice.Aims;

/** A person is after what the person is or was enrolled for. */
@ApplicationScoped
class EnrolledAims implements Aims {
    private static final String ENROLLED = """
            SELECT DISTINCT s.qualification FROM enrolment e JOIN exam_session s ON s.id = e.session_id
            WHERE e.person_id = ? AND NOT s.rehearsal""";
    private final Sql sql;

    EnrolledAims(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> qualifications(UUID person) {
        return Set.copyOf(sql.list(ENROLLED, row -> row.getString(1), person));
    }
}
