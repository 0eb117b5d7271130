package org.chizheng.application;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.application.rule.ApplicationState.Act;
import org.chizheng.common.Refused;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Accepts the applications that a reviewer has ticked, each in a transaction of its own with its own answer: what one is refused for undoes none of the others. */
@ApplicationScoped
public class AcceptingMany {
    /** As many as somebody still looks through. */
    public static final int MOST = 200;

    private final Moving moving;
    private final Readiness readiness;
    private final Reviewing reviewing;

    public AcceptingMany(Moving moving, Readiness readiness, Reviewing reviewing) {
        this.moving = moving;
        this.readiness = readiness;
        this.reviewing = reviewing;
    }

    /** @param refused null where it was accepted */
    public record Answer(ApplicationView application, Refused refused) {
        public boolean isAccepted() {
            return refused == null;
        }

        /** What it lacks, null where it was accepted or refused for something else. */
        public Readiness.Ready getReady() {
            return refused instanceof NotReady not ? not.ready() : null;
        }
    }

    /**
     * @param ticked each within the reviewer's reach; twice counts once
     * @throws Refused NONE_TICKED, TOO_MANY_TICKED; then none is accepted
     */
    public List<Answer> accept(List<ApplicationView> ticked, String by) {
        List<ApplicationView> each = ticked.stream().distinct().toList();
        if (each.isEmpty()) {
            throw new Refused(ApplicationRefusal.NONE_TICKED);
        }
        if (each.size() > MOST) {
            throw new Refused(ApplicationRefusal.TOO_MANY_TICKED, MOST);
        }
        return each.stream().map(application -> answer(application, by)).toList();
    }

    private Answer answer(ApplicationView application, String by) {
        try {
            QuarkusTransaction.requiringNew().run(() -> accept(application.id(), by));
            return new Answer(application, null);
        } catch (Refused refused) {
            return new Answer(application, refused);
        }
    }

    /** By what is known now, not when the list was shown. */
    private void accept(UUID id, String by) {
        Readiness.Ready ready = readiness.of(moving.locked(id, Act.ACCEPT));
        if (!ready.isYes()) {
            throw new NotReady(ready);
        }
        reviewing.accept(id, "", by);
    }
}
