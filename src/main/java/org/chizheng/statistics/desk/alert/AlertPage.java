package org.chizheng.statistics.desk.alert;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.ListBook;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.exchange.Download;
import org.chizheng.people.Roles;
import org.chizheng.statistics.desk.DeskReach;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Alerts of the reader's regions: those that run, those that ended lately, and each by itself. */
@Path("/statistics/desk/alerts")
@RolesAllowed({Roles.REGULATOR, Roles.ADMINISTRATOR})
public class AlertPage {
    private static final int SHOWN = 200;
    private final RateAlerts alerts;
    private final AlertClosing closing;
    private final AlertWords words;
    private final DeskReach reach;
    private final OfficialClock clock;
    private final Ui ui;

    AlertPage(RateAlerts alerts, AlertClosing closing, AlertWords words, DeskReach reach, OfficialClock clock, Ui ui) {
        this.alerts = alerts;
        this.closing = closing;
        this.words = words;
        this.reach = reach;
        this.clock = clock;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance alerts(List<RateAlert> open, List<RateAlert> ended, AlertWords words);

        static native TemplateInstance alert(RateAlert alert, AlertWords words, Refused refused, int longest);
    }

    @GET
    public TemplateInstance list() {
        return Templates.alerts(open(), ended(), words);
    }

    private List<RateAlert> open() {
        return alerts.open(reach.codes(), SHOWN);
    }

    private List<RateAlert> ended() {
        return alerts.ended(reach.codes(), clock.today(), SHOWN);
    }

    @GET
    @Path("alerts.xlsx")
    public Response file() {
        List<List<Object>> rows = new ArrayList<>();
        Stream.concat(open().stream(), ended().stream())
                .forEach(alert -> rows.add(Arrays.asList(
                        alert.region(),
                        words.region(alert),
                        ui.text("alert_span_", alert.span().name()),
                        words.facts(alert),
                        words.limit(alert),
                        ui.text("alert_state_", alert.state().name()),
                        ui.time(alert.raisedAt()),
                        ui.time(alert.changedAt()),
                        alert.words())));
        List<String> heads = Stream.of(
                        "code", "region", "span", "facts_head", "by", "state", "raised", "changed", "reason")
                .map(head -> ui.text("alert_", head))
                .toList();
        return Download.of(ListBook.of(ui.text("alert_", "title"), heads, rows), ListBook.MEDIA_TYPE, "alerts.xlsx");
    }

    @GET
    @Path("{id}")
    public TemplateInstance alert(@RestPath UUID id) {
        return Templates.alert(reachable(id), words, null, AlertClosing.LONGEST);
    }

    /** @throws Refused NOT_FOUND for one of another region */
    private RateAlert reachable(UUID id) {
        return alerts.find(id)
                .filter(alert -> reach.reaches(alert.region()))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    @POST
    @Path("{id}/close")
    public Response close(@RestPath UUID id, @RestForm("words") String reason) {
        RateAlert alert = reachable(id);
        try {
            closing.close(alert.id(), reason);
        } catch (Refused refused) {
            return Pages.of(
                    refused.reason().status(), Templates.alert(reachable(id), words, refused, AlertClosing.LONGEST));
        }
        return Response.seeOther(URI.create("/statistics/desk/alerts/" + id)).build();
    }
}
