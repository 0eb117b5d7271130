package org.chizheng.session;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.chizheng.centre.CentreView;
import org.chizheng.centre.Centres;
import org.chizheng.centre.RoomView;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.jboss.resteasy.reactive.RestPath;

/** Rehearsals for the manager of the centre: bin/rehearse comes in here. */
@Path("/api/rehearsals")
@RolesAllowed(Roles.CENTRE_MANAGER)
public class RehearsalResource {
    private final Rehearsing rehearsing;
    private final Rehearsals rehearsals;
    private final Sessions sessions;
    private final Centres centres;
    private final Qualifications qualifications;
    private final CurrentUser user;

    public RehearsalResource(
            Rehearsing rehearsing,
            Rehearsals rehearsals,
            Sessions sessions,
            Centres centres,
            Qualifications qualifications,
            CurrentUser user) {
        this.rehearsing = rehearsing;
        this.rehearsals = rehearsals;
        this.sessions = sessions;
        this.centres = centres;
        this.qualifications = qualifications;
        this.user = user;
    }

    @POST
    public RehearsalCast prepare(@Valid @NotNull RehearsalForm form) {
        RoomView room = centres.room(form.room()).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        CentreView centre = centres.find(room.centreId()).orElseThrow();
        user.mustReachCentre(centre.id(), centre.region(), Roles.CENTRE_MANAGER);
        return rehearsing.prepare(
                room.id(), qualifications.get(form.qualification()).code(), form.candidates());
    }

    @POST
    @Path("{session}/report")
    public RehearsalReportForm report(@RestPath UUID session, @Valid @NotNull RehearsalReportForm form) {
        SessionView found = sessions.find(session)
                .filter(s -> rehearsals.isRehearsal(s.id()))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachCentre(found.centreId(), found.region(), Roles.CENTRE_MANAGER);
        rehearsing.report(session, form);
        return form;
    }
}
