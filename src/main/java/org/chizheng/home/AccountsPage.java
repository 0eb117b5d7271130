package org.chizheng.home;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.centre.CentreView;
import org.chizheng.centre.Centres;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.Accounting;
import org.chizheng.people.Accounts;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.region.Regions;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Accounts of staff and employers: open, close, set a new password. An administrator's own reach bounds what can be granted. */
@Path("/accounts")
@RolesAllowed(Roles.ADMINISTRATOR)
public class AccountsPage {
    private final Accounts accounts;
    private final Accounting accounting;
    private final Scopes scopes;
    private final Centres centres;
    private final Regions regions;

    public AccountsPage(Accounts accounts, Accounting accounting, Scopes scopes, Centres centres, Regions regions) {
        this.accounts = accounts;
        this.accounting = accounting;
        this.scopes = scopes;
        this.centres = centres;
        this.regions = regions;
    }

    @CheckedTemplate(basePath = "home", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance accounts(
                List<Accounts.Listed> accounts,
                String q,
                List<String> roles,
                List<CentreView> centres,
                Regions regions,
                Scopes scopes);
    }

    @GET
    public TemplateInstance list(@RestQuery @DefaultValue("") String q) {
        List<Accounts.Listed> found = accounts.search(q.strip()).stream()
                .filter(account -> scopes.reachesAll(account.grants()))
                .toList();
        List<CentreView> within =
                centres.all().stream().filter(c -> scopes.reaches(c.region())).toList();
        return Templates.accounts(found, q, Roles.STAFF, within, regions, scopes);
    }

    /** @param scope region:CODE, centre:ID or enterprise:CREDIT-CODE */
    @POST
    @Transactional
    public Response open(
            @RestForm String username,
            @RestForm String password,
            @RestForm String zh,
            @RestForm String en,
            @RestForm String role,
            @RestForm String scope) {
        if (role == null || !Roles.STAFF.contains(role)) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "role", "");
        }
        Grant grant = scopes.grant(role, scope);
        accounting.grant(accounting.open(username, password, zh, en, null), grant);
        return to(username);
    }

    @POST
    @Path("{id}/active")
    public Response setActive(@RestPath UUID id, @RestForm String username, @RestForm boolean active) {
        reach(id, username);
        accounting.setActive(id, active);
        return to(username);
    }

    @POST
    @Path("{id}/password")
    public Response setPassword(@RestPath UUID id, @RestForm String username, @RestForm String password) {
        accounting.setPassword(id, reach(id, username).username(), password);
        return to(username);
    }

    /** Somebody of the staff has looked at the holder's document. */
    @POST
    @Path("{id}/proven")
    public Response prove(@RestPath UUID id, @RestForm String username) {
        reach(id, username);
        accounting.prove(id);
        return to(username);
    }

    private Accounts.Listed reach(UUID id, String username) {
        return accounts.search(username == null ? "" : username).stream()
                .filter(account -> account.id().equals(id) && scopes.reachesAll(account.grants()))
                .findFirst()
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    private static Response to(String username) {
        return Response.seeOther(URI.create("/accounts?q=" + username)).build();
    }
}
