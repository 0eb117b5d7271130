package org.chizheng.integrity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.integrity.rule.AnswerTimes.Act;

/** The logs of a session's sittings, as far as times are told by them. */
@ApplicationScoped
class SessionLogs {
    private static final String LOGS = """
            SELECT v.sitting_id, v.kind, v.item, v.answer, v.counted, v.received_at FROM sitting s JOIN response_event v ON v.sitting_id = s.id
            WHERE s.session_id = ? ORDER BY v.sitting_id, v.position""";
    private final Sql sql;

    SessionLogs(Sql sql) {
        this.sql = sql;
    }

    /** acts: in their order; firsts: the first answer to each item. */
    record Log(List<Act> acts, Map<Integer, String> firsts) {}

    /** By sitting. */
    Map<UUID, Log> of(UUID session) {
        Map<UUID, Log> logs = new HashMap<>();
        sql.list(LOGS, row -> keep(logs, row), session);
        return logs;
    }

    private static Log keep(Map<UUID, Log> logs, ResultSet row) throws SQLException {
        Log log = logs.computeIfAbsent(
                row.getObject("sitting_id", UUID.class), none -> new Log(new ArrayList<>(), new HashMap<>()));
        boolean answer = "ANSWERED".equals(row.getString("kind")) && row.getBoolean("counted");
        log.acts().add(new Act(answer ? row.getInt("item") : 0, Sql.instant(row, "received_at")));
        if (answer) {
            log.firsts().putIfAbsent(row.getInt("item"), row.getString("answer"));
        }
        return log;
    }
}
