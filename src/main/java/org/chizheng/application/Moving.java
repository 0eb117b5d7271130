package org.chizheng.application;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.application.rule.ApplicationState.Act;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.message.Messaging;

/** Moves an application from one state to the next, with its line in the history and the message to the applicant. */
@ApplicationScoped
public class Moving {
    /** What is finished keeps who accepted it and when. */
    private static final String MOVE = """
            UPDATE application SET state = ?, note = ?, decided_at = CASE WHEN ? THEN decided_at ELSE ? END,
              decided_by = CASE WHEN ? THEN decided_by ELSE ? END, version = version + 1 WHERE id = ?""";

    private final Applications applications;
    private final History history;
    private final Messaging messaging;
    private final OfficialClock clock;
    private final Sql sql;

    public Moving(Applications applications, History history, Messaging messaging, OfficialClock clock, Sql sql) {
        this.applications = applications;
        this.history = history;
        this.messaging = messaging;
        this.clock = clock;
        this.sql = sql;
    }

    /** The application as it is, its row locked. @throws Refused WRONG_STATE unless the act is allowed in its state */
    @Transactional(Transactional.TxType.MANDATORY)
    ApplicationView locked(UUID id, Act act) {
        sql.first("SELECT 1 FROM application WHERE id = ? FOR UPDATE", row -> true, id);
        ApplicationView found = applications.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (!act.isAllowedIn(found.state())) {
            throw new Refused(ApplicationRefusal.WRONG_STATE);
        }
        return found;
    }

    /** @param event as the history calls it; @param note what the applicant is told, may be empty */
    @Transactional(Transactional.TxType.MANDATORY)
    void move(ApplicationView application, Act act, String event, String by, String note) {
        boolean decided = act != Act.MEND && act != Act.FINISH;
        sql.update(
                MOVE,
                act.to().name(),
                note.isEmpty() ? null : note,
                act == Act.FINISH,
                decided ? clock.now() : null,
                act == Act.FINISH,
                decided ? by : null,
                application.id());
        history.note(application.id(), event, by, note);
        messaging.toPerson(
                application.personId(),
                "application_" + event.toLowerCase(java.util.Locale.ROOT),
                application.number(),
                note);
    }
}
