package org.chizheng.exchange;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;

/** The imports that whoever asks may see: those that the account began itself, an administrator all. Only who began one may end it. */
@RequestScoped
class VisibleRuns {
    private final ImportRuns runs;
    private final CurrentUser user;
    private final Ui ui;

    VisibleRuns(ImportRuns runs, CurrentUser user, Ui ui) {
        this.runs = runs;
        this.user = user;
        this.ui = ui;
    }

    List<ImportRun> recent(String subject) {
        return runs.recent(subject).stream().filter(this::isVisible).toList();
    }

    /** @throws Refused NOT_FOUND, also when there is one that is not theirs to see */
    ImportRun find(String subject, UUID id) {
        return runs.find(id)
                .filter(run -> run.subject().equals(subject))
                .filter(this::isVisible)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /** @throws Refused NOT_FOUND, also when somebody else began it */
    ImportRun own(String subject, UUID id) {
        ImportRun run = find(subject, id);
        if (!isOwn(run)) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return run;
    }

    boolean isOwn(ImportRun run) {
        return run.account().equals(user.principal());
    }

    private boolean isVisible(ImportRun run) {
        return isOwn(run) || ui.holds(Roles.ADMINISTRATOR);
    }
}
