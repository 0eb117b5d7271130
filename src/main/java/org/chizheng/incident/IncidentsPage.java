package org.chizheng.incident;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.incident.rule.IncidentState;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Incidents for the authority: what waits for it first, overdue answers on top; each with its evidence, for the staff of the room too. */
@Path("/incidents")
@RolesAllowed(Roles.REGULATOR)
public class IncidentsPage {
    private static final Set<String> SHOWN = Set.of("waiting", "breaches", "all");
    private final Incidents incidents;
    private final IncidentFiles files;
    private final IncidentReach reach;
    private final CurrentUser user;
    private final IncidentBook book;

    IncidentsPage(Incidents incidents, IncidentFiles files, IncidentReach reach, CurrentUser user, IncidentBook book) {
        this.incidents = incidents;
        this.files = files;
        this.reach = reach;
        this.user = user;
        this.book = book;
    }

    @CheckedTemplate(basePath = "incident", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance incidents(List<IncidentRow> incidents, String shown);
    }

    /** @param show waiting (the usual), breaches or all */
    @GET
    public TemplateInstance list(@RestQuery String show) {
        return Templates.incidents(chosen(show), shown(show));
    }

    @GET
    @Path("export")
    public Response export(@RestQuery String show) {
        return book.of(chosen(show));
    }

    private static String shown(String show) {
        return show != null && SHOWN.contains(show) ? show : "waiting";
    }

    private List<IncidentRow> chosen(String show) {
        String shown = shown(show);
        List<IncidentRow> all = incidents.within(user.regions(Roles.REGULATOR));
        return all.stream()
                .filter(row -> switch (shown) {
                    case "all" -> true;
                    case "breaches" -> row.what().breach();
                    default -> row.waitsForDecision();
                })
                .sorted(java.util.Comparator.comparing(IncidentRow::overdue)
                        .reversed()
                        .thenComparing(row -> row.state() != IncidentState.APPEALED))
                .toList();
    }

    /** The bytes as they were handed over; pictures are shown, what else there is is kept by the reader. */
    @GET
    @Path("{id}/evidence/{evidence}")
    @RolesAllowed({Roles.INVIGILATOR, Roles.CENTRE_MANAGER, Roles.ASSESSOR, Roles.REGULATOR})
    public Response evidence(@RestPath UUID id, @RestPath UUID evidence) {
        reach.anyone(id);
        IncidentFiles.Content content =
                files.content(id, evidence).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        boolean picture = content.mediaType().startsWith("image/");
        return Response.ok(content.bytes(), content.mediaType())
                .header("Content-Disposition", picture ? "inline" : "attachment; filename=\"evidence.pdf\"")
                .build();
    }
}
