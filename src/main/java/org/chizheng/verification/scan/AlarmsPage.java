package org.chizheng.verification.scan;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.ListBook;
import org.chizheng.common.ListColumns;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.verification.gate.GateLog;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What looked wrong among the checks of certificates, and what gates without a network handed over. Officers and regulators say what an alarm was. */
@Path("/certificates/checks")
@RolesAllowed({Roles.CERTIFICATE_OFFICER, Roles.REGULATOR, Roles.ADMINISTRATOR})
public class AlarmsPage {
    private static final String[] READERS = {Roles.CERTIFICATE_OFFICER, Roles.REGULATOR, Roles.ADMINISTRATOR};
    private static final String[] KEEPERS = {Roles.CERTIFICATE_OFFICER, Roles.REGULATOR};
    private final Alarms alarms;
    private final Attending attending;
    private final GateLog gates;
    private final CurrentUser user;
    private final Ui ui;

    public AlarmsPage(Alarms alarms, Attending attending, GateLog gates, CurrentUser user, Ui ui) {
        this.alarms = alarms;
        this.attending = attending;
        this.gates = gates;
        this.user = user;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "verification", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance checks(List<Alarms.Alarm> alarms, List<GateLog.Handed> gates, boolean mayAttend);
    }

    @GET
    public TemplateInstance all() {
        return Templates.checks(
                reached(alarms::within),
                reached(gates::within),
                !user.regions(KEEPERS).isEmpty());
    }

    private <T> List<T> reached(Function<String, List<T>> within) {
        return user.regions(READERS).stream()
                .flatMap(region -> within.apply(region).stream())
                .distinct()
                .toList();
    }

    /** Both lists as they are shown, a sheet each. */
    @GET
    @Path("checks.xlsx")
    public Response file() {
        ListBook book = new ListBook();
        new ListColumns<Alarms.Alarm>(this::word)
                .add("time", alarm -> ui.time(alarm.raisedAt()))
                .add("alarms", alarm -> word("alarm_" + alarm.kind()))
                .add("certificate", alarm -> alarm.code() == null ? alarm.network() : alarm.code())
                .add("figure", Alarms.Alarm::figure)
                .add("attended", alarm -> ui.time(alarm.seenAt()))
                .add("note", Alarms.Alarm::note)
                .sheet(book, word("alarms"), reached(alarms::within));
        new ListColumns<GateLog.Handed>(this::word)
                .add("time", check -> ui.time(check.checkedAt()))
                .add("gate", GateLog.Handed::gate)
                .add("result", check -> ui.text("gate_js_word_", check.result()))
                .add("certificate", check -> check.code() == null ? check.address() : check.code())
                .sheet(book, word("gates"), reached(gates::within));
        return Response.ok(book.bytes(), ListBook.MEDIA_TYPE)
                .header("Content-Disposition", "attachment; filename=\"checks.xlsx\"")
                .build();
    }

    private String word(String name) {
        return ui.text("scan_", name);
    }

    @POST
    @Path("{id}/attended")
    @RolesAllowed({Roles.CERTIFICATE_OFFICER, Roles.REGULATOR})
    public Response attend(@RestPath UUID id, @RestForm String note) {
        if (user.regions(KEEPERS).stream().noneMatch(region -> alarms.isWithin(id, region))) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        attending.attend(id, note, user.principal());
        return Response.seeOther(URI.create("/certificates/checks")).build();
    }
}
