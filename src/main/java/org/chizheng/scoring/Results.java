package org.chizheng.scoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Results. */
@ApplicationScoped
public class Results {
    private static final TypeReference<List<ChapterShare>> SHARES = new TypeReference<>() {};
    private static final String SELECT =
            "SELECT r.*, EXISTS (SELECT FROM result_change c WHERE c.result_id = r.id) AS corrected,"
                    + " EXISTS (SELECT FROM zeroed_sitting z WHERE z.sitting_id = r.sitting_id) AS zeroed FROM result r ";
    private final Sql sql;
    private final ObjectMapper json;

    public Results(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    public Optional<ResultView> find(UUID id) {
        return sql.first(SELECT + "WHERE r.id = ?", this::view, id);
    }

    public Optional<ResultView> ofEnrolment(UUID enrolment) {
        return sql.first(
                SELECT + "JOIN sitting s ON s.id = r.sitting_id WHERE s.enrolment_id = ?", this::view, enrolment);
    }

    public List<ResultView> ofSession(UUID session) {
        return sql.list(SELECT + "WHERE r.session_id = ? ORDER BY r.raw DESC, r.id", this::view, session);
    }

    public List<ResultView> ofPerson(UUID person) {
        return sql.list(SELECT + "WHERE r.person_id = ? ORDER BY r.scored_at DESC", this::view, person);
    }

    private ResultView view(ResultSet row) throws SQLException {
        try {
            return new ResultView(
                    row.getObject("id", UUID.class),
                    row.getObject("sitting_id", UUID.class),
                    row.getObject("session_id", UUID.class),
                    row.getObject("person_id", UUID.class),
                    row.getString("qualification"),
                    row.getString("policy"),
                    row.getInt("raw"),
                    row.getInt("cut"),
                    row.getBoolean("passed"),
                    row.getTimestamp("released_at") == null,
                    row.getBoolean("corrected"),
                    Sql.instant(row, "scored_at"),
                    json.readValue(row.getString("chapters"), SHARES),
                    row.getBoolean("zeroed"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
