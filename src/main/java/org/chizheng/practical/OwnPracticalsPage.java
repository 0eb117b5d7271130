package org.chizheng.practical;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A candidate's own practicals: a time at a station is booked, exchanged, given back. */
@Path("/my/practicals")
@RolesAllowed(Roles.CANDIDATE)
public class OwnPracticalsPage {
    private final OwnPracticals own;
    private final Reserving reserving;
    private final Qualifications qualifications;
    private final CurrentUser user;

    OwnPracticalsPage(OwnPracticals own, Reserving reserving, Qualifications qualifications, CurrentUser user) {
        this.own = own;
        this.reserving = reserving;
        this.qualifications = qualifications;
        this.user = user;
    }

    @CheckedTemplate(basePath = "practical", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance mine(
                List<OwnPracticals.Own> practicals, Refused refused, Qualifications qualifications);
    }

    @GET
    public Response mine() {
        return page(null);
    }

    /** @param at an instant, as the page offers it */
    @POST
    @Path("{day}/book")
    public Response book(@RestPath UUID day, @RestForm String at) {
        return act(() -> reserving.book(user.personId(), day, instant(at), user.principal()));
    }

    /** @param place the candidate who moves */
    @POST
    @Path("{day}/move")
    public Response move(@RestPath UUID day, @RestForm UUID place, @RestForm String at) {
        if (place == null) {
            throw new Refused(CommonRefusal.FIELD_MISSING, "place");
        }
        return act(() -> reserving.move(user.personId(), place, day, instant(at), user.principal()));
    }

    @POST
    @Path("places/{place}/cancel")
    public Response cancel(@RestPath UUID place) {
        return act(() -> reserving.cancel(user.personId(), place, user.principal()));
    }

    /** A refusal stands on the page, beside what can be chosen now. */
    private Response act(Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            if (refused.reason() == CommonRefusal.NOT_FOUND) {
                throw refused;
            }
            return page(refused);
        }
        return Response.seeOther(URI.create("/my/practicals")).build();
    }

    private Response page(Refused refused) {
        return Pages.of(
                refused == null ? 200 : refused.reason().status(),
                Templates.mine(own.of(user.personId()), refused, qualifications));
    }

    private static Instant instant(String at) {
        try {
            return Instant.parse(at == null ? "" : at);
        } catch (DateTimeException e) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "at", "yyyy-MM-ddTHH:mm:ssZ");
        }
    }
}
