package org.chizheng.statistics;

import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.ListBook;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Ui;
import org.chizheng.exchange.Download;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.chizheng.scoring.Releases;
import org.chizheng.scoring.rule.Period;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Severity of assessors beside each other: evidence for people, never a verdict. Of their region for regulators, of their own centre for its managers. */
@Path("/statistics/exams/assessors")
@RolesAllowed({Roles.REGULATOR, Roles.CENTRE_MANAGER})
public class AssessorFiguresPage {
    private static final String[] SEE = {Roles.REGULATOR, Roles.CENTRE_MANAGER};
    private final AssessorFigures figures;
    private final Qualifications qualifications;
    private final CurrentUser user;
    private final OfficialClock clock;
    private final Ui ui;

    AssessorFiguresPage(
            AssessorFigures figures, Qualifications qualifications, CurrentUser user, OfficialClock clock, Ui ui) {
        this.figures = figures;
        this.qualifications = qualifications;
        this.user = user;
        this.clock = clock;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "statistics", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance assessors(AssessorFiguresView view, Qualifications qualifications);
    }

    /** @param from the last twelve months when it is left out or no date */
    @GET
    public TemplateInstance page(
            @RestQuery String from, @RestQuery String to, @RestQuery @DefaultValue("") String qualification) {
        return Templates.assessors(view(from, to, qualification), qualifications);
    }

    @GET
    @Path("assessors.xlsx")
    public Response file(
            @RestQuery String from, @RestQuery String to, @RestQuery @DefaultValue("") String qualification) {
        List<List<Object>> rows = view(from, to, qualification).rows().stream()
                .map(row -> Stream.<Object>of(
                                ui.account(row.assessor()),
                                row.shared(),
                                row.deviation(),
                                row.error(),
                                row.striking() ? ui.text("common_", "yes") : "")
                        .toList())
                .toList();
        List<String> heads = Stream.of("name", "shared", "deviation", "error", "striking")
                .map(head -> ui.text("statistics_assessor_", head))
                .toList();
        return Download.of(
                ListBook.of(ui.text("statistics_assessor_", "title"), heads, rows),
                ListBook.MEDIA_TYPE,
                "assessors.xlsx");
    }

    private AssessorFiguresView view(String from, String to, String qualification) {
        String known = qualifications.find(qualification).isPresent() ? qualification : "";
        Releases.Reach reach = new Releases.Reach(user.centres(SEE), user.regions(SEE));
        return figures.of(Period.asked(from, to, clock.today()), known, reach);
    }
}
