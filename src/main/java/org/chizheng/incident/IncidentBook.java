package org.chizheng.incident;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.ListBook;
import org.chizheng.common.Messages;
import org.chizheng.common.Ui;
import org.chizheng.exchange.Download;

/** A list of incidents for Excel, in the reader's language. */
@ApplicationScoped
class IncidentBook {
    private static final List<String> HEADS =
            List.of("kind", "class", "state", "effect", "candidate", "ticket", "centre", "room", "at");
    private final Ui ui;

    IncidentBook(Ui ui) {
        this.ui = ui;
    }

    Response of(List<IncidentRow> incidents) {
        byte[] file = ListBook.of(
                word("title"),
                HEADS.stream().map(name -> word("head_" + name)).toList(),
                incidents.stream().map(this::cells).toList());
        return Download.of(file, ListBook.MEDIA_TYPE, "incidents.xlsx");
    }

    private List<String> cells(IncidentRow row) {
        return List.of(
                word("kind_" + row.what().kind()),
                ui.pick(row.what().zh(), row.what().en()),
                word("state_" + row.state().name()),
                row.effect() == null ? "" : word("effect_" + row.effect().name()),
                row.name() == null ? word(row.practical() == null ? "whole_room" : "whole_day") : row.name(),
                row.ticket() == null ? "" : row.ticket(),
                ui.pick(row.centreZh(), row.centreEn()),
                row.room(),
                ui.time(row.happenedAt()));
    }

    private String word(String name) {
        return Messages.get(ui.getLang(), "incident_" + name);
    }
}
