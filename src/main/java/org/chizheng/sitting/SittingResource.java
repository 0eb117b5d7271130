package org.chizheng.sitting;

import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.Roles;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;

/** The examination's JSON door. Every address is the caller's own sitting: there is no id that could be another's. */
@Path("/api/sitting")
@RolesAllowed(Roles.EXAMINEE)
public class SittingResource {
    private final Beginning beginning;
    private final Answering answering;
    private final HandingIn handingIn;
    private final Confirming confirming;
    private final SecurityIdentity identity;

    public SittingResource(
            Beginning beginning,
            Answering answering,
            HandingIn handingIn,
            Confirming confirming,
            SecurityIdentity identity) {
        this.beginning = beginning;
        this.answering = answering;
        this.handingIn = handingIn;
        this.confirming = confirming;
        this.identity = identity;
    }

    /** A request without a body is not a form. */
    private static <T> T sent(T form) {
        if (form == null) {
            throw new Refused(CommonRefusal.FIELD_MISSING, "epoch");
        }
        return form;
    }

    private UUID enrolment() {
        return identity.getAttribute("enrolmentId");
    }

    @GET
    public StateView state() {
        return beginning.state(enrolment());
    }

    /** Begins and hands out the paper; repeatable. */
    @POST
    @Path("start")
    public OpenedView start() {
        return beginning.begin(enrolment());
    }

    @POST
    @Path("open")
    public OpenedView open() {
        return beginning.open(enrolment());
    }

    @POST
    @Path("notes")
    @NonBlocking
    public Uni<Map<String, Integer>> notes(@Valid NotesForm form) {
        return Uni.createFrom()
                .completionStage(answering.note(enrolment(), sent(form).epoch(), form.notes()))
                .map(noted -> Map.of("noted", noted));
    }

    @POST
    @Path("heartbeat")
    public StateView heartbeat(AnswersForm form) {
        return answering.heartbeat(enrolment(), sent(form).epoch());
    }

    @POST
    @Path("hand-in")
    public ReceiptView handIn(AnswersForm form) {
        return handingIn.handIn(enrolment(), sent(form));
    }

    /** Where the receipt can be seen later, asked for after the hand-in so that drawing it delays nobody's. */
    @GET
    @Path("receipt")
    public ReceiptCodeView receipt() {
        return confirming.code(enrolment());
    }
}
