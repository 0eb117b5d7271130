package org.chizheng.goal.work;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.goal.rule.WorkState;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** An item's page and what comes of its forms: the same for both sides but for what each may do. The doors see to it that only those come here whom the item concerns. */
@RequestScoped
public class ItemPages {
    private final WorkItems items;
    private final Settling settling;
    private final WorkSheet sheet;
    private final OfficialClock clock;

    public ItemPages(WorkItems items, Settling settling, WorkSheet sheet, OfficialClock clock) {
        this.items = items;
        this.settling = settling;
        this.sheet = sheet;
        this.clock = clock;
    }

    /** Who looks, by the address of the list that they come from. */
    enum Side {
        REGULATOR("/goals/worklist"),
        ENTERPRISE("/enterprise/worklist");

        private final String list;

        Side(String list) {
            this.list = list;
        }
    }

    /** list: where the item was found; refused: null unless a form was refused. */
    public record View(
            WorkItem item,
            List<WorkEvent> events,
            LocalDate today,
            boolean regulator,
            String list,
            Refused refused,
            int longest) {}

    @CheckedTemplate(basePath = "work", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance item(View view, WorkSheet sheet);
    }

    Response page(Side side, WorkItem item) {
        return page(200, side, item, null);
    }

    private Response page(int status, Side side, WorkItem item, Refused refused) {
        View view = new View(
                item,
                items.events(item.id()),
                clock.today(),
                side == Side.REGULATOR,
                side.list,
                refused,
                Settling.LONGEST);
        return Pages.of(status, Templates.item(view, sheet));
    }

    /** Does it and leads back to the item, or shows the item as it is now with the reason why not. */
    Response act(Side side, WorkItem item, WorkState.Act act, String words) {
        try {
            settling.act(item, act, words);
        } catch (Refused refused) {
            WorkItem now = items.find(item.id()).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
            return page(refused.reason().status(), side, now, refused);
        }
        return Response.seeOther(URI.create(side.list + "/" + item.id())).build();
    }
}
