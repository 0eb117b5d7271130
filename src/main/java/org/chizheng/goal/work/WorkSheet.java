package org.chizheng.goal.work;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.ListBook;
import org.chizheng.common.Messages;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Ui;
import org.chizheng.exchange.Download;
import org.chizheng.region.Regions;

/** Items as words: for pages and for the Excel file. */
@RequestScoped
public class WorkSheet {
    private static final List<String> HEADS = List.of(
            "enterprise", "credit_code", "region", "kind", "facts", "state", "raised", "due", "overdue", "last_act");
    private final Regions regions;
    private final OfficialClock clock;
    private final Ui ui;

    public WorkSheet(Regions regions, OfficialClock clock, Ui ui) {
        this.regions = regions;
        this.clock = clock;
        this.ui = ui;
    }

    Response file(List<WorkItem> items) {
        List<List<Object>> rows = items.stream()
                .map(item -> Arrays.<Object>asList(
                        item.enterprise(),
                        item.creditCode(),
                        region(item),
                        ui.text("work_kind_", item.kind().name()),
                        facts(item),
                        ui.text("work_state_", item.state().name()),
                        ui.day(item.raisedAt()),
                        item.dueOn(),
                        ui.text("common_", item.isOverdue(clock.today()) ? "yes" : "no"),
                        ui.text("work_act_", item.change())))
                .toList();
        List<String> heads = HEADS.stream().map(head -> ui.text("work_", head)).toList();
        return Download.of(ListBook.of(ui.text("work_", "title"), heads, rows), ListBook.MEDIA_TYPE, "work.xlsx");
    }

    public String region(WorkItem item) {
        return regions.find(item.region())
                .map(region -> ui.pick(region.zh(), region.en()))
                .orElse(item.region());
    }

    /** What the item is about, in numbers; no name of a person. */
    public String facts(WorkItem item) {
        return Messages.get(
                ui.getLang(), "work_facts_" + item.kind(), List.of(item.amount(), Objects.toString(item.since(), "")));
    }
}
