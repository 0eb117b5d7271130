package org.chizheng.practical;

import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.identity.SecurityIdentity;

/** What the page of a station asks and sends for the candidate who is there; each assessor sees the own sheet only. */
@Path("/api/practicals/candidates/{candidate}")
@RolesAllowed(Roles.ASSESSOR)
public class CandidateResource {
    private final Practicals practicals;
    private final OpeningSheets opening;
    private final GivingBack givingBack;
    private final Timing timing;
    private final Tapping tapping;
    private final KeepingPhotos photos;
    private final Signing signing;
    private final Stands stands;
    private final CurrentUser user;
    private final SecurityIdentity identity;

    public CandidateResource(
            Practicals practicals,
            OpeningSheets opening,
            GivingBack givingBack,
            Timing timing,
            Tapping tapping,
            KeepingPhotos photos,
            Signing signing,
            Stands stands,
            CurrentUser user,
            SecurityIdentity identity) {
        this.practicals = practicals;
        this.opening = opening;
        this.givingBack = givingBack;
        this.timing = timing;
        this.tapping = tapping;
        this.photos = photos;
        this.signing = signing;
        this.stands = stands;
        this.user = user;
        this.identity = identity;
    }

    @GET
    public StandView stand(@RestPath UUID candidate) {
        return stands.of(reach(candidate), user.principal());
    }

    @POST
    @Path("open")
    public OpenedView open(@RestPath UUID candidate) {
        reach(candidate);
        return opening.open(candidate, user.principal(), identity.getAttribute("personId"));
    }

    @POST
    @Path("give-back")
    public StandView giveBack(@RestPath UUID candidate) {
        CandidateView one = reach(candidate);
        givingBack.giveBack(candidate, user.principal());
        return stands.of(one, user.principal());
    }

    @POST
    @Path("start")
    public StandView start(@RestPath UUID candidate) {
        reach(candidate);
        return timing.start(candidate, user.principal());
    }

    @POST
    @Path("taps")
    public TakenView take(@RestPath UUID candidate, TapsForm form) {
        reach(candidate);
        return tapping.take(candidate, user.principal(), sent(form));
    }

    /** The photo's bytes, under the id that the page gave it. */
    @POST
    @Path("photos/{photo}")
    @Consumes(MediaType.WILDCARD)
    public Map<String, UUID> photo(
            @RestPath UUID candidate, @RestPath UUID photo, @RestQuery int epoch, byte[] picture) {
        reach(candidate);
        photos.keep(candidate, user.principal(), epoch, photo, picture);
        return Map.of("kept", photo);
    }

    @POST
    @Path("sign")
    public StandView sign(@RestPath UUID candidate, SignForm form) {
        reach(candidate);
        return signing.sign(candidate, user.principal(), sent(form));
    }

    private static <T> T sent(T form) {
        if (form == null) {
            throw new Refused(CommonRefusal.FIELD_MISSING, "epoch");
        }
        return form;
    }

    private CandidateView reach(UUID candidate) {
        CandidateView one = practicals.candidate(candidate);
        PracticalView day = practicals.get(one.sessionId());
        user.mustReachCentre(day.centreId(), day.region(), Roles.ASSESSOR);
        return one;
    }
}
