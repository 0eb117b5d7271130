package org.chizheng.application;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.application.ApplicationPages.Side;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.IdForm;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;

/** Applying at the counter: a manager of a centre enters what the candidate says and signs, for an authority within the manager's reach. */
@Path("/applications/new")
@RolesAllowed(Roles.CENTRE_MANAGER)
public class CounterPage {
    private static final Side SIDE = new Side("/applications", false, true);
    private final CounterApplying applying;
    private final ReviewScope scope;
    private final ApplicationDesk desk;
    private final CurrentUser user;

    public CounterPage(CounterApplying applying, ReviewScope scope, ApplicationDesk desk, CurrentUser user) {
        this.applying = applying;
        this.scope = scope;
        this.desk = desk;
        this.user = user;
    }

    @GET
    public Response form() {
        return desk.form(SIDE, new ApplyForm(), null);
    }

    @POST
    public Response apply(
            @RestForm String name,
            @RestForm String idType,
            @RestForm String idNumber,
            @RestForm String birth,
            @RestForm String sex,
            @BeanParam ApplyForm form) {
        try {
            if (!scope.regions().contains(form.region())) {
                throw new Refused(ApplicationRefusal.REGION_UNKNOWN);
            }
            UUID id = applying.apply(name, new IdForm(idType, idNumber, birth, sex), form, user.principal());
            return Response.seeOther(URI.create(SIDE.base() + "/" + id)).build();
        } catch (Refused refused) {
            return desk.form(SIDE, form, refused);
        }
    }
}
