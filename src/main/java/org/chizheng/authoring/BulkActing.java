package org.chizheng.authoring;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.bank.rule.ItemLife.Who;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.jboss.logging.Logger;

/** The same act on many items, each on its own: what is refused for one is done for the others. */
@ApplicationScoped
public class BulkActing {
    public static final int MOST = 100;
    private static final Logger LOG = Logger.getLogger(BulkActing.class);
    private final Map<String, Deed> deeds;

    BulkActing(Editing editing, Reviewing reviewing, Retiring retiring) {
        deeds = Map.of(
                "submit", (item, reason, who) -> editing.submit(item.code(), item.version(), who),
                "approve", (item, reason, who) -> reviewing.approve(item.code(), item.version(), who),
                "retire", (item, reason, who) -> retiring.retire(item.code(), reason, who),
                "practice", (item, reason, who) -> retiring.setPractice(item.code(), true, who),
                "national", (item, reason, who) -> retiring.setLevel(item.code(), "NATIONAL", who),
                "provincial", (item, reason, who) -> retiring.setLevel(item.code(), Proposal.PROVINCIAL, who));
    }

    @FunctionalInterface
    private interface Deed {
        void on(Ticked item, String reason, Who who);
    }

    /** An item and the version of its draft as they stood in the list. */
    private record Ticked(String code, int version) {
        static Ticked of(String ticket) {
            int dot = ticket.lastIndexOf('.');
            String version = ticket.substring(dot + 1);
            boolean whole = dot > 0 && version.matches("\\d{1,9}");
            return whole ? new Ticked(ticket.substring(0, dot), Integer.parseInt(version)) : new Ticked(ticket, 0);
        }
    }

    /** What became of one item; refused is null when it was done. */
    public record Outcome(String code, Refused refused) {}

    /**
     * @param tickets code and draft version of each item, as {@link org.chizheng.bank.ItemList.Row#ticket()} gives them
     * @param act submit, approve, retire, practice, national or provincial
     * @throws Refused NOTHING_TICKED, TOO_MANY, FIELD_INVALID (act), REASON_MISSING; then nothing was done
     */
    public List<Outcome> act(List<String> tickets, String act, String reason, Who who) {
        Deed deed = act == null ? null : deeds.get(act);
        if (deed == null) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "act", "");
        }
        if (tickets.isEmpty()) {
            throw new Refused(AuthoringRefusal.NOTHING_TICKED);
        }
        if (tickets.size() > MOST) {
            throw new Refused(AuthoringRefusal.TOO_MANY, MOST);
        }
        if (act.equals("retire")) {
            Keeping.reason(reason);
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (String ticket : new LinkedHashSet<>(tickets)) {
            Ticked item = Ticked.of(ticket);
            outcomes.add(new Outcome(item.code(), refusal(deed, item, reason, who)));
        }
        return outcomes;
    }

    private static Refused refusal(Deed deed, Ticked item, String reason, Who who) {
        try {
            deed.on(item, reason, who);
            return null;
        } catch (Refused refused) {
            return refused;
        } catch (RuntimeException e) {
            LOG.warn("act on " + item.code() + " failed", e);
            return new Refused(CommonRefusal.TRY_AGAIN);
        }
    }
}
