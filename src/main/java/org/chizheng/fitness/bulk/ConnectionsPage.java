package org.chizheng.fitness.bulk;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.workforce.EnterpriseView;
import org.chizheng.workforce.Enterprises;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** How an enterprise's own programs ask and are told: keys, webhooks, and the log of what was sent. A new key or secret is shown once, in the answer to the form that made it. */
@Path("/fitness/connections/{enterprise}")
@RolesAllowed({Roles.EMPLOYER, Roles.ADMINISTRATOR})
public class ConnectionsPage {
    private static final String[] KEEPERS = {Roles.EMPLOYER, Roles.ADMINISTRATOR};
    private final Enterprises enterprises;
    private final AccessKeys keys;
    private final KeyKeeping keeping;
    private final Hooks hooks;
    private final Hooking hooking;
    private final BulkConfig config;
    private final CurrentUser user;

    ConnectionsPage(
            Enterprises enterprises,
            AccessKeys keys,
            KeyKeeping keeping,
            Hooks hooks,
            Hooking hooking,
            BulkConfig config,
            CurrentUser user) {
        this.enterprises = enterprises;
        this.keys = keys;
        this.keeping = keeping;
        this.hooks = hooks;
        this.hooking = hooking;
        this.config = config;
        this.user = user;
    }

    @CheckedTemplate(basePath = "bulk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance connections(
                EnterpriseView enterprise,
                List<AccessKeys.Listed> keys,
                List<Hooks.Hook> hooks,
                List<Hooks.Sent> sent,
                Shown shown,
                int rowsAnHour);
    }

    /** What a form brought: a key, a secret, or a refusal; all null when the page is but looked at. */
    public record Shown(String key, String secret, Refused refused) {}

    @GET
    public Response look(@RestPath UUID enterprise) {
        return page(reach(enterprise), new Shown(null, null, null));
    }

    private Response page(EnterpriseView enterprise, Shown shown) {
        int status = shown.refused() == null ? 200 : shown.refused().reason().status();
        UUID id = enterprise.id();
        TemplateInstance page = Templates.connections(
                enterprise, keys.of(id), hooks.of(id), hooks.sent(id), shown, config.rowsAnHour());
        return Response.fromResponse(Pages.of(status, page))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("keys")
    public Response key(@RestPath UUID enterprise, @RestForm String label) {
        EnterpriseView found = reach(enterprise);
        try {
            return page(found, new Shown(keeping.make(enterprise, label, user.principal()), null, null));
        } catch (Refused refused) {
            return page(found, new Shown(null, null, refused));
        }
    }

    @POST
    @Path("keys/{key}/withdraw")
    public Response withdrawKey(@RestPath UUID enterprise, @RestPath UUID key) {
        reach(enterprise);
        keeping.withdraw(enterprise, key, user.principal());
        return to(enterprise);
    }

    @POST
    @Path("hooks")
    public Response hook(@RestPath UUID enterprise, @RestForm String url) {
        EnterpriseView found = reach(enterprise);
        try {
            return page(found, new Shown(null, hooking.register(enterprise, url, user.principal()), null));
        } catch (Refused refused) {
            return page(found, new Shown(null, null, refused));
        }
    }

    @POST
    @Path("hooks/{hook}/start")
    public Response start(@RestPath UUID enterprise, @RestPath UUID hook) {
        reach(enterprise);
        hooking.start(enterprise, hook);
        return to(enterprise);
    }

    @POST
    @Path("hooks/{hook}/withdraw")
    public Response withdrawHook(@RestPath UUID enterprise, @RestPath UUID hook) {
        reach(enterprise);
        hooking.withdraw(enterprise, hook, user.principal());
        return to(enterprise);
    }

    private EnterpriseView reach(UUID id) {
        EnterpriseView found = enterprises.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachEnterprise(id, found.region(), KEEPERS);
        return found;
    }

    private static Response to(UUID enterprise) {
        return Response.seeOther(URI.create("/fitness/connections/" + enterprise))
                .build();
    }
}
