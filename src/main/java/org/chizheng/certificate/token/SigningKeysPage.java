package org.chizheng.certificate.token;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The keys with their history. Administrators of the whole province mark a key as compromised, two of them; regulators read. */
@Path("/signing-keys")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.REGULATOR})
public class SigningKeysPage {
    private final KeyHistory history;
    private final KeyCompromising compromising;
    private final Regions regions;
    private final CurrentUser user;

    public SigningKeysPage(KeyHistory history, KeyCompromising compromising, Regions regions, CurrentUser user) {
        this.history = history;
        this.compromising = compromising;
        this.regions = regions;
        this.user = user;
    }

    @CheckedTemplate(basePath = "certificate", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance signingKeys(
                List<KeyHistory.Entry> keys,
                List<KeyHistory.Compromise> compromises,
                List<String> kids,
                boolean mayAct,
                String me,
                Form form,
                Refused refused);
    }

    /** What was typed, shown again when it is refused. */
    public record Form(String kid, String at, String reason) {}

    @GET
    public TemplateInstance list() {
        return shown(new Form("", "", ""), null);
    }

    /** @param at date and time in China, as 2026-07-01T08:30 */
    @POST
    @Path("compromises")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response propose(
            @RestForm @DefaultValue("") String kid,
            @RestForm @DefaultValue("") String at,
            @RestForm @DefaultValue("") String reason) {
        return act(new Form(kid, at, reason), () -> compromising.propose(kid, instant(at), reason, user.principal()));
    }

    @POST
    @Path("compromises/{id}/confirm")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response confirm(@RestPath UUID id) {
        return act(new Form("", "", ""), () -> compromising.confirm(id, user.principal()));
    }

    @POST
    @Path("compromises/{id}/withdraw")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response withdraw(@RestPath UUID id) {
        return act(new Form("", "", ""), () -> compromising.withdraw(id, user.principal()));
    }

    private Response act(Form form, Runnable act) {
        if (!mayAct()) {
            throw new Refused(CommonRefusal.NOT_ALLOWED);
        }
        try {
            act.run();
            return Response.seeOther(URI.create("/signing-keys")).build();
        } catch (Refused refused) {
            return Pages.of(refused.reason().status(), shown(form, refused));
        }
    }

    private TemplateInstance shown(Form form, Refused refused) {
        List<KeyHistory.Entry> keys = history.all();
        List<String> kids = keys.stream().map(KeyHistory.Entry::kid).distinct().toList();
        return Templates.signingKeys(keys, history.compromises(), kids, mayAct(), user.principal(), form, refused);
    }

    /** A key signs for the whole installation, so an administrator of a part of it has no say. */
    private boolean mayAct() {
        Stream<RegionView> top = regions.all().stream().filter(region -> region.parent() == null);
        return top.allMatch(region -> user.reachesRegion(region.code(), Roles.ADMINISTRATOR));
    }

    private static Instant instant(String at) {
        try {
            return LocalDateTime.parse(at).atZone(OfficialClock.ZONE).toInstant();
        } catch (DateTimeException e) {
            throw new Refused(TokenRefusal.TIME_INVALID);
        }
    }
}
