package org.chizheng.bank;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Which items of a subject must not stand in one paper; noted by authors and reviewers. */
@Path("/bank/{subject}/enemies")
@RolesAllowed({Roles.AUTHOR, Roles.REVIEWER, Roles.ADMINISTRATOR})
public class EnemiesPage {
    private final Subjects subjects;
    private final Enemies enemies;
    private final EnemyNoting noting;
    private final CurrentUser user;

    EnemiesPage(Subjects subjects, Enemies enemies, EnemyNoting noting, CurrentUser user) {
        this.subjects = subjects;
        this.enemies = enemies;
        this.noting = noting;
        this.user = user;
    }

    @CheckedTemplate(basePath = "bank", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance enemies(SubjectView subject, List<Enemies.Pair> pairs, String one);
    }

    /** @param one code with which the form begins */
    @GET
    public TemplateInstance list(@RestPath("subject") String code, @RestQuery String one) {
        SubjectView subject = subject(code);
        return Templates.enemies(subject, enemies.standing(code), one == null ? "" : one);
    }

    @POST
    @RolesAllowed({Roles.AUTHOR, Roles.REVIEWER})
    public Response note(
            @RestPath("subject") String code, @RestForm String one, @RestForm String other, @RestForm String reason) {
        noting.note(subject(code).code(), one, other, reason, user.principal());
        return to(code);
    }

    @POST
    @Path("lift")
    @RolesAllowed({Roles.AUTHOR, Roles.REVIEWER})
    public Response lift(@RestPath("subject") String code, @RestForm String one, @RestForm String other) {
        noting.lift(subject(code).code(), one, other, user.principal());
        return to(code);
    }

    private static Response to(String code) {
        return Response.seeOther(URI.create("/bank/" + code + "/enemies")).build();
    }

    private SubjectView subject(String code) {
        return subjects.find(code).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }
}
