package org.chizheng.lockdown;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.Sql;
import org.chizheng.lockdown.rule.PublicAddress;

/** What sessions ask of the browser, and where its file stands. The address holds the session's identifier, which nobody guesses. */
@ApplicationScoped
public class Lockdowns {
    private final Sql sql;
    private final PublicAddress address;

    public Lockdowns(Sql sql, ChizhengConfig config) {
        this.sql = sql;
        address = new PublicAddress(config.publicUrl());
    }

    /** A session that was never told asks for nothing. */
    public LockdownView of(UUID session) {
        return sql.first("SELECT * FROM session_lockdown WHERE session_id = ?", row -> view(session, row), session)
                .orElseGet(() -> new LockdownView(
                        false, false, false, List.of(), "", link(session), page(session), file(session)));
    }

    /** The file of a session that asks for the locked browser. */
    public Optional<String> content(UUID session) {
        return sql.first(
                "SELECT file FROM session_lockdown WHERE session_id = ? AND required",
                row -> row.getString(1),
                session);
    }

    Optional<String> quitHash(UUID session) {
        return sql.first(
                "SELECT quit_hash FROM session_lockdown WHERE session_id = ? AND quit_hash IS NOT NULL",
                row -> row.getString(1),
                session);
    }

    /** Opens Safe Exam Browser with the session's file. */
    public String link(UUID session) {
        return address.browserLink(file(session));
    }

    public static String file(UUID session) {
        return page(session) + "/exam.seb";
    }

    private static String page(UUID session) {
        return "/exam/seb/" + session;
    }

    private LockdownView view(UUID session, ResultSet row) throws SQLException {
        return new LockdownView(
                row.getBoolean("required"),
                row.getBoolean("printing"),
                row.getString("quit_hash") != null,
                texts(row, "exam_keys"),
                row.getString("config_key"),
                link(session),
                page(session),
                file(session));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
