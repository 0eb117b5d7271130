package org.chizheng.sitting;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

import org.chizheng.bank.FigureAnswer;
import org.chizheng.bank.Figures;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.paper.Papers;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerResponse;

/** The figures of the caller's own paper, from the start of the sitting to its closing; any other is answered as if it did not exist. */
@Path("/api/sitting/figures")
@RolesAllowed(Roles.EXAMINEE)
public class FigureResource {
    private final Sittings sittings;
    private final Papers papers;
    private final Figures figures;
    private final SecurityIdentity identity;

    public FigureResource(Sittings sittings, Papers papers, Figures figures, SecurityIdentity identity) {
        this.sittings = sittings;
        this.papers = papers;
        this.figures = figures;
        this.identity = identity;
    }

    @GET
    @Path("{digest}")
    public Response figure(@RestPath String digest, @Context HttpServerResponse http) {
        UUID enrolment = identity.getAttribute("enrolmentId");
        return sittings.find(enrolment)
                .filter(sitting -> !sitting.state().equals("CLOSED") && papers.holdsFigure(sitting.paper, digest))
                .flatMap(sitting -> figures.find(digest))
                .map(figure -> FigureAnswer.of(figure, http))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }
}
