package org.chizheng.authoring;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.bank.Staff;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** The acts of an item's own page that need no page of theirs. */
@Path("/bank/items/{code}/life")
public class LifePage {
    private final Editing editing;
    private final Retiring retiring;
    private final Staff staff;

    LifePage(Editing editing, Retiring retiring, Staff staff) {
        this.editing = editing;
        this.retiring = retiring;
        this.staff = staff;
    }

    @POST
    @Path("submit")
    @RolesAllowed(Roles.AUTHOR)
    public Response submit(@RestPath String code, @RestForm String version) {
        editing.submit(code, seen(version), staff.who());
        return to(code);
    }

    @POST
    @Path("withdraw")
    @RolesAllowed(Roles.AUTHOR)
    public Response withdraw(@RestPath String code) {
        editing.withdraw(code, staff.who());
        return to(code);
    }

    @POST
    @Path("discard")
    @RolesAllowed(Roles.AUTHOR)
    public Response discard(@RestPath String code, @RestForm String version) {
        editing.discard(code, seen(version), staff.who());
        return to(code);
    }

    @POST
    @Path("retire")
    @RolesAllowed(Roles.REVIEWER)
    public Response retire(@RestPath String code, @RestForm String reason) {
        retiring.retire(code, reason, staff.who());
        return to(code);
    }

    @POST
    @Path("take-back")
    @RolesAllowed(Roles.REVIEWER)
    public Response takeBack(@RestPath String code) {
        retiring.takeBack(code, staff.who());
        return to(code);
    }

    private static int seen(String version) {
        return version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }

    private static Response to(String code) {
        return Response.seeOther(URI.create("/bank/items/" + code)).build();
    }
}
