package org.chizheng.fitness;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.certificate.life.Message;
import org.chizheng.certificate.life.Outbox;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.IdForm;
import org.chizheng.people.Roles;
import org.chizheng.region.Regions;
import org.chizheng.regulation.Qualifications;
import org.chizheng.workforce.Appointing;
import org.chizheng.workforce.Departments;
import org.chizheng.workforce.EnterpriseView;
import org.chizheng.workforce.Enterprises;
import org.chizheng.workforce.Founding;
import org.chizheng.workforce.Leaving;
import org.chizheng.workforce.PostView;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** An enterprise's posts and people, and who of them may stand there today. The employer keeps them; regulators of the region read. */
@Path("/workforce")
@RolesAllowed({Roles.EMPLOYER, Roles.ADMINISTRATOR, Roles.REGULATOR})
public class EmployerPage {
    private static final String[] READERS = {Roles.EMPLOYER, Roles.ADMINISTRATOR, Roles.REGULATOR};
    private static final String[] KEEPERS = {Roles.EMPLOYER, Roles.ADMINISTRATOR};
    private final Enterprises enterprises;
    private final Fitness fitness;
    private final Founding founding;
    private final Appointing appointing;
    private final Leaving leaving;
    private final Qualifications qualifications;
    private final Departments departments;
    private final Outbox outbox;
    private final Regions regions;
    private final CurrentUser user;
    private final OfficialClock clock;

    public EmployerPage(
            Enterprises enterprises,
            Fitness fitness,
            Founding founding,
            Appointing appointing,
            Leaving leaving,
            Qualifications qualifications,
            Departments departments,
            Outbox outbox,
            Regions regions,
            CurrentUser user,
            OfficialClock clock) {
        this.enterprises = enterprises;
        this.fitness = fitness;
        this.founding = founding;
        this.appointing = appointing;
        this.leaving = leaving;
        this.qualifications = qualifications;
        this.departments = departments;
        this.outbox = outbox;
        this.regions = regions;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "fitness", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance enterprises(
                List<EnterpriseView> enterprises, String q, boolean mayFound, Regions regions);

        static native TemplateInstance enterprise(
                EnterpriseView enterprise,
                List<PostView> posts,
                PeopleOnPost people,
                List<Message> messages,
                boolean mayKeep,
                boolean mayConfirm,
                List<Enterprises.Site> sites,
                Qualifications qualifications,
                List<Departments.Department> departments,
                LocalDate today);
    }

    @GET
    public Response list(@RestQuery @DefaultValue("") String q) {
        List<UUID> own = user.enterprises();
        if (own.size() == 1) {
            return Response.seeOther(URI.create("/workforce/" + own.get(0) + "/desk"))
                    .build();
        }
        List<EnterpriseView> found = own.isEmpty()
                ? user.regions(READERS).stream()
                        .flatMap(region -> enterprises.search(region, q.strip()).stream())
                        .toList()
                : own.stream().flatMap(id -> enterprises.find(id).stream()).toList();
        boolean mayFound = !user.regions(Roles.ADMINISTRATOR).isEmpty();
        return Response.ok(Templates.enterprises(found, q, mayFound, regions).render(), "text/html;charset=UTF-8")
                .build();
    }

    /** @param post only those at it; @param open only those who lack what is required */
    @GET
    @Path("{id}")
    public TemplateInstance one(
            @RestPath UUID id,
            @RestQuery @DefaultValue("") String post,
            @RestQuery boolean open,
            @RestQuery @DefaultValue("1") int page) {
        EnterpriseView enterprise = reach(id, READERS);
        return Templates.enterprise(
                enterprise,
                enterprises.posts(id),
                PeopleOnPost.of(fitness.ofEnterprise(id, clock.today(), clock.now()), post, open, page),
                outbox.toEnterprise(id),
                user.reachesEnterprise(id, enterprise.region(), KEEPERS),
                user.reachesEnterprise(id, enterprise.region(), Roles.ADMINISTRATOR),
                enterprises.sites(id),
                qualifications,
                departments.all(),
                clock.today());
    }

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response found(
            @RestForm String creditCode, @RestForm String name, @RestForm String region, @RestForm boolean highRisk) {
        if (region == null
                || regions.find(region).filter(r -> "COUNTY".equals(r.level())).isEmpty()
                || !user.reachesRegion(region, Roles.ADMINISTRATOR)) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "region", "");
        }
        return to(founding.enterprise(creditCode, name, region, highRisk));
    }

    @POST
    @Path("{id}/posts")
    @RolesAllowed({Roles.EMPLOYER, Roles.ADMINISTRATOR})
    public Response post(
            @RestPath UUID id,
            @RestForm String title,
            @RestForm String qualification,
            @RestForm UUID site,
            @RestForm @DefaultValue("EMERGENCY") String department) {
        reach(id, KEEPERS);
        must(site == null || enterprises.sites(id).stream().anyMatch(s -> s.id().equals(site)));
        String code = departments
                .find(department)
                .map(Departments.Department::code)
                .orElseThrow(() -> new Refused(CommonRefusal.FIELD_INVALID, "department", ""));
        founding.post(
                id,
                new Founding.Place(title, site),
                qualifications.get(qualification).code(),
                code,
                clock.today());
        return to(id);
    }

    @POST
    @Path("{id}/people")
    @RolesAllowed({Roles.EMPLOYER, Roles.ADMINISTRATOR})
    public Response appoint(
            @RestPath UUID id,
            @RestForm UUID post,
            @RestForm String name,
            @RestForm String idType,
            @RestForm String idNumber,
            @RestForm String birth,
            @RestForm String sex,
            @RestForm @DefaultValue("EMPLOYEE") String workerKind,
            @RestForm boolean partTime,
            @RestForm LocalDate from) {
        reach(id, KEEPERS);
        must(enterprises.post(post).filter(p -> p.enterpriseId().equals(id)).isPresent());
        appointing.appoint(
                post, name, new IdForm(idType, idNumber, birth, sex), Appointing.Manner.of(workerKind, partTime), from);
        return to(id);
    }

    @POST
    @Path("{id}/people/{appointment}/leave")
    @RolesAllowed({Roles.EMPLOYER, Roles.ADMINISTRATOR})
    public Response leave(@RestPath UUID id, @RestPath UUID appointment, @RestForm LocalDate until) {
        reach(id, KEEPERS);
        must(enterprises.ofAppointment(appointment).filter(id::equals).isPresent());
        leaving.leave(appointment, until);
        return to(id);
    }

    private EnterpriseView reach(UUID id, String... roles) {
        EnterpriseView found = enterprises.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachEnterprise(id, found.region(), roles);
        return found;
    }

    /** What belongs to another enterprise does not exist for this one. */
    private static void must(boolean own) {
        if (!own) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
    }

    private static Response to(UUID enterprise) {
        return Response.seeOther(URI.create("/workforce/" + enterprise)).build();
    }
}
