package org.chizheng.sitting;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.chizheng.people.Roles;

import io.quarkus.security.identity.SecurityIdentity;

/** The examination's JSON door. Every address is the caller's own sitting: there is no id that could be another's. */
@Path("/api/sitting")
@RolesAllowed(Roles.EXAMINEE)
public class SittingResource {
    private final Beginning beginning;
    private final Answering answering;
    private final HandingIn handingIn;
    private final Sittings sittings;
    private final SecurityIdentity identity;

    public SittingResource(
            Beginning beginning,
            Answering answering,
            HandingIn handingIn,
            Sittings sittings,
            SecurityIdentity identity) {
        this.beginning = beginning;
        this.answering = answering;
        this.handingIn = handingIn;
        this.sittings = sittings;
        this.identity = identity;
    }

    private UUID enrolment() {
        return identity.getAttribute("enrolmentId");
    }

    @GET
    public StateView state() {
        return beginning.state(enrolment());
    }

    @POST
    @Path("start")
    public StateView start() {
        beginning.begin(enrolment());
        return beginning.state(enrolment());
    }

    @POST
    @Path("open")
    public OpenedView open() {
        return beginning.open(enrolment());
    }

    @POST
    @Path("answers")
    public SavedView answers(@Valid AnswersForm form) {
        return answering.answer(enrolment(), form);
    }

    @POST
    @Path("heartbeat")
    public StateView heartbeat(AnswersForm form) {
        return answering.heartbeat(enrolment(), form.epoch());
    }

    @POST
    @Path("hand-in")
    public ReceiptView handIn(@Valid AnswersForm form) {
        return sittings.receipt(handingIn.handIn(enrolment(), form)).orElseThrow();
    }
}
