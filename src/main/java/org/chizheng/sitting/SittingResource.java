package org.chizheng.sitting;

import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.lockdown.BrowserGate;
import org.chizheng.people.Roles;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

/** The examination's JSON door. Every address is the caller's own sitting: there is no id that could be another's. */
@Path("/api/sitting")
@RolesAllowed(Roles.EXAMINEE)
public class SittingResource {
    private final Admissions admissions;
    private final BrowserGate gate;
    private final SeatGate seats;
    private final Beginning beginning;
    private final Answering answering;
    private final HandingIn handingIn;
    private final Confirming confirming;
    private final SecurityIdentity identity;

    SittingResource(
            Admissions admissions,
            BrowserGate gate,
            SeatGate seats,
            Beginning beginning,
            Answering answering,
            HandingIn handingIn,
            Confirming confirming,
            SecurityIdentity identity) {
        this.admissions = admissions;
        this.gate = gate;
        this.seats = seats;
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

    /** Answers and the hand-in are taken from any browser: what was chosen is never lost for want of the right one. */
    private UUID inTheRightBrowser(HttpServerRequest request) {
        UUID enrolment = enrolment();
        gate.mustPass(admissions.of(enrolment).session(), enrolment, request);
        return enrolment;
    }

    /** Whoever begins or opens a paper sits at the computer of the seat that was drawn. */
    private UUID atTheRightSeat(HttpServerRequest request) {
        UUID enrolment = inTheRightBrowser(request);
        seats.mustSitAtIts(enrolment, request);
        return enrolment;
    }

    /** A closed sitting may be looked at in any browser. */
    @GET
    public StateView state(@Context HttpServerRequest request) {
        StateView state = beginning.state(enrolment());
        if (!"CLOSED".equals(state.state())) {
            inTheRightBrowser(request);
        }
        return state;
    }

    /** Begins and hands out the paper; repeatable. */
    @POST
    @Path("start")
    public OpenedView start(@Context HttpServerRequest request) {
        return beginning.begin(atTheRightSeat(request));
    }

    @POST
    @Path("open")
    public OpenedView open(@Context HttpServerRequest request) {
        return beginning.open(atTheRightSeat(request));
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
