package org.chizheng.practical;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

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
import org.chizheng.practical.rule.BreakOff;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.Qualifications;
import org.chizheng.regulation.rule.PolicyTerms;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** One candidate's practical as whoever releases it, rechecks it or decides an appeal looks at it: the draw with its seed, the marks beside each other once it is decided, the evidence. The centre's manager releases an assessor's place here, or ends what cannot go on. */
@Path("/practicals/{id}/candidates/{candidate}")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.CENTRE_MANAGER, Roles.CERTIFICATE_OFFICER, Roles.REGULATOR})
public class MarksPage {
    private static final String[] READERS = {
        Roles.ADMINISTRATOR, Roles.CENTRE_MANAGER, Roles.CERTIFICATE_OFFICER, Roles.REGULATOR
    };
    private final Practicals practicals;
    private final PracticalResults results;
    private final Sheets sheets;
    private final Marks marks;
    private final KeepingPhotos photos;
    private final ReleasingPlaces releasing;
    private final BreakingOff breakingOff;
    private final TakingBack takingBack;
    private final Policies policies;
    private final Qualifications qualifications;
    private final CurrentUser user;

    public MarksPage(
            Practicals practicals,
            PracticalResults results,
            Sheets sheets,
            Marks marks,
            KeepingPhotos photos,
            ReleasingPlaces releasing,
            BreakingOff breakingOff,
            TakingBack takingBack,
            Policies policies,
            Qualifications qualifications,
            CurrentUser user) {
        this.practicals = practicals;
        this.results = results;
        this.sheets = sheets;
        this.marks = marks;
        this.photos = photos;
        this.releasing = releasing;
        this.breakingOff = breakingOff;
        this.takingBack = takingBack;
        this.policies = policies;
        this.qualifications = qualifications;
        this.user = user;
    }

    /** A cause for breaking off. @param counts as an attempt by the policy of the day */
    public record Choice(BreakOff.Cause cause, boolean counts) {}

    /** @param standing how it was broken off, or null; @param takenBack what was taken back, in order; @param mayTakeBack whether this account is another person than the one who broke off */
    public record Endings(EndingView standing, boolean mayTakeBack, List<EndingView> takenBack, List<Choice> choices) {
        public Endings {
            takenBack = List.copyOf(takenBack);
            choices = List.copyOf(choices);
        }
    }

    @CheckedTemplate(basePath = "practical", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance marks(
                PracticalView day,
                CandidateView candidate,
                Endings endings,
                PracticalResultView result,
                List<Sheets.Place> places,
                List<SheetView> sheets,
                List<Marks.Task> tasks,
                List<Sheets.Photo> photos,
                Refused refused,
                Qualifications qualifications);
    }

    @GET
    public TemplateInstance marks(@RestPath UUID id, @RestPath UUID candidate) {
        return shown(reach(id, candidate, READERS), null);
    }

    private TemplateInstance shown(CandidateView one, Refused refused) {
        PracticalResultView result = results.ofCandidate(one.id()).orElse(null);
        List<SheetView> signed = result == null
                ? List.of()
                : sheets.ofCandidate(one.id()).stream()
                        .filter(SheetView::signed)
                        .toList();
        return Templates.marks(
                practicals.get(one.sessionId()),
                one,
                endings(one),
                result,
                sheets.places(one.id()),
                signed,
                marks.of(one.id(), signed),
                sheets.photos(one.id()),
                refused,
                qualifications);
    }

    private Endings endings(CandidateView one) {
        PolicyTerms policy = policies.byId(practicals.get(one.sessionId()).policy());
        EndingView standing = practicals.ending(one.id()).orElse(null);
        return new Endings(
                standing,
                standing != null
                        && !standing.isBy(user.principal(), user.person().orElse(null)),
                practicals.endings(one.id()).stream()
                        .filter(ending -> ending.undoneAt() != null)
                        .toList(),
                Stream.of(BreakOff.Cause.values())
                        .map(cause -> new Choice(cause, cause.counts(policy)))
                        .toList());
    }

    /** Another assessor may open the place. */
    @POST
    @Path("places/{place}/release")
    @RolesAllowed(Roles.CENTRE_MANAGER)
    public Response releasePlace(
            @RestPath UUID id, @RestPath UUID candidate, @RestPath int place, @RestForm String reason) {
        CandidateView one = reach(id, candidate, Roles.CENTRE_MANAGER);
        return act(one, () -> releasing.release(candidate, place, reason, user.principal()));
    }

    /** @param cause LEFT, ILL or TECHNICAL */
    @POST
    @Path("end")
    @RolesAllowed(Roles.CENTRE_MANAGER)
    public Response end(@RestPath UUID id, @RestPath UUID candidate, @RestForm String cause, @RestForm String reason) {
        CandidateView one = reach(id, candidate, Roles.CENTRE_MANAGER);
        BreakOff.Cause why = Stream.of(BreakOff.Cause.values())
                .filter(known -> known.name().equals(cause))
                .findFirst()
                .orElseThrow(() -> new Refused(CommonRefusal.FIELD_MISSING, "cause"));
        return act(
                one,
                () -> breakingOff.end(
                        candidate, why, reason, user.principal(), user.person().orElse(null)));
    }

    /** By another person than the one who broke it off, before the result is released. */
    @POST
    @Path("take-back")
    @RolesAllowed({Roles.CENTRE_MANAGER, Roles.CERTIFICATE_OFFICER})
    public Response takeBack(@RestPath UUID id, @RestPath UUID candidate, @RestForm String reason) {
        CandidateView one = reach(id, candidate, Roles.CENTRE_MANAGER, Roles.CERTIFICATE_OFFICER);
        return act(
                one,
                () -> takingBack.takeBack(
                        candidate, reason, user.principal(), user.person().orElse(null)));
    }

    private Response act(CandidateView one, Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            return Pages.of(refused.reason().status(), shown(one, refused));
        }
        return Response.seeOther(URI.create("/practicals/" + one.sessionId() + "/candidates/" + one.id()))
                .build();
    }

    @GET
    @Path("photos/{photo}")
    public Response photo(@RestPath UUID id, @RestPath UUID candidate, @RestPath UUID photo) {
        reach(id, candidate, READERS);
        return Response.ok(photos.open(candidate, photo), "image/jpeg").build();
    }

    private CandidateView reach(UUID id, UUID candidate, String... roles) {
        PracticalView day = practicals.get(id);
        user.mustReachCentre(day.centreId(), day.region(), roles);
        CandidateView one = practicals.candidate(candidate);
        if (!one.sessionId().equals(id)) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return one;
    }
}
