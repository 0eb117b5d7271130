package org.chizheng.verification.scan;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
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

    public AlarmsPage(Alarms alarms, Attending attending, GateLog gates, CurrentUser user) {
        this.alarms = alarms;
        this.attending = attending;
        this.gates = gates;
        this.user = user;
    }

    @CheckedTemplate(basePath = "verification", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance checks(List<Alarms.Alarm> alarms, List<GateLog.Handed> gates, boolean mayAttend);
    }

    @GET
    public TemplateInstance all() {
        List<String> regions = user.regions(READERS);
        return Templates.checks(
                regions.stream()
                        .flatMap(region -> alarms.within(region).stream())
                        .distinct()
                        .toList(),
                regions.stream()
                        .flatMap(region -> gates.within(region).stream())
                        .distinct()
                        .toList(),
                !user.regions(KEEPERS).isEmpty());
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
