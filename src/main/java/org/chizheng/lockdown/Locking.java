package org.chizheng.lockdown;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.lockdown.rule.BrowserSettings;
import org.chizheng.lockdown.rule.PublicAddress;
import org.chizheng.lockdown.rule.RequestHash;
import org.chizheng.lockdown.rule.RoomBrowser;

/** Decides which browser a session is sat in, and makes the file. Once the room has started nothing is tightened any more: the requirement can only be lifted. */
@ApplicationScoped
public class Locking {
    private static final int MOST_KEYS = 50;
    private static final int SHORTEST_PASSWORD = 10;
    private static final String KEEP = """
            INSERT INTO session_lockdown (session_id, required, printing, quit_hash, exam_keys, config_key, file) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (session_id) DO UPDATE SET required = excluded.required, printing = excluded.printing, quit_hash = excluded.quit_hash,
              exam_keys = excluded.exam_keys, config_key = excluded.config_key, file = excluded.file""";
    private final Lockdowns lockdowns;
    private final PublicAddress address;
    private final Sql sql;
    private final Auditing auditing;

    public Locking(Lockdowns lockdowns, ChizhengConfig config, Sql sql, Auditing auditing) {
        this.lockdowns = lockdowns;
        address = new PublicAddress(config.publicUrl());
        this.sql = sql;
        this.auditing = auditing;
    }

    private record Standing(String state, boolean rehearsal) {}

    /** @throws Refused ALREADY_STARTED, NOT_FOR_REHEARSALS, EXAM_KEY_INVALID, TOO_MANY_EXAM_KEYS or QUIT_PASSWORD_WEAK */
    @Transactional
    public LockdownView lock(UUID session, LockdownForm form) {
        Standing standing = sql.first(
                        "SELECT state, rehearsal FROM exam_session WHERE id = ? FOR UPDATE",
                        row -> new Standing(row.getString(1), row.getBoolean(2)),
                        session)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (standing.rehearsal()) {
            throw new Refused(LockdownRefusal.NOT_FOR_REHEARSALS);
        }
        boolean before =
                standing.state().equals("SCHEDULED") || standing.state().equals("CHECK_IN");
        if (before) {
            keep(session, form);
        } else {
            lift(session, form);
        }
        return lockdowns.of(session);
    }

    private void keep(UUID session, LockdownForm form) {
        List<String> examKeys = tidy(form.examKeys() == null ? List.of() : form.examKeys());
        String quitHash = quitHash(session, form);
        BrowserSettings settings = RoomBrowser.settings(address, form.printing(), quitHash);
        String configKey = settings.configKey();
        sql.update(
                KEEP,
                session,
                form.required(),
                form.printing(),
                quitHash,
                examKeys.toArray(String[]::new),
                configKey,
                settings.file());
        auditing.note(
                form.required() ? "required locked browser" : "did not require locked browser",
                "session",
                session,
                "config key %s, %d exam keys, printing %s, quit password %s"
                        .formatted(configKey, examKeys.size(), form.printing(), quitHash == null ? "none" : "set"));
    }

    private void lift(UUID session, LockdownForm form) {
        if (form.required()) {
            throw new Refused(LockdownRefusal.ALREADY_STARTED);
        }
        if (sql.update("UPDATE session_lockdown SET required = false WHERE session_id = ? AND required", session) > 0) {
            auditing.note("lifted locked browser", "session", session, "after the start");
        }
    }

    private static List<String> tidy(List<String> keys) {
        List<String> tidy = keys.stream()
                .map(key -> key == null ? "" : key.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        if (tidy.size() > MOST_KEYS) {
            throw new Refused(LockdownRefusal.TOO_MANY_EXAM_KEYS, MOST_KEYS);
        }
        for (int i = 0; i < tidy.size(); i++) {
            if (!tidy.get(i).matches("[0-9a-f]{64}")) {
                throw new Refused(LockdownRefusal.EXAM_KEY_INVALID, i + 1);
            }
        }
        return tidy;
    }

    /** The file can be read by anybody, so a short password could be found from its hash. */
    private String quitHash(UUID session, LockdownForm form) {
        if (form.withoutQuitPassword()) {
            return null;
        }
        String password = form.quitPassword() == null ? "" : form.quitPassword().strip();
        if (password.isEmpty()) {
            return lockdowns.quitHash(session).orElse(null);
        }
        if (password.length() < SHORTEST_PASSWORD) {
            throw new Refused(LockdownRefusal.QUIT_PASSWORD_WEAK, SHORTEST_PASSWORD);
        }
        return RequestHash.sha256(password);
    }
}
