package org.chizheng.goal;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.DatedTerms;
import org.chizheng.common.ListBook;
import org.chizheng.common.OfficialClock;
import org.chizheng.exchange.Download;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The goals as a page, as Excel and as JSON. Public, for whoever is no regulator of the region sees rates only. */
@Path("/")
@PermitAll
public class GoalsPage {
    private static final List<GoalTerm> SHOWN = List.of(GoalTerm.NEW_HIRE_MONTHS, GoalTerm.PASS_MONTHS);
    private final Overview overview;
    private final GoalPlots plots;
    private final GoalBook book;
    private final GoalTerms terms;
    private final PassCounting counting;
    private final CurrentUser user;
    private final OfficialClock clock;

    public GoalsPage(
            Overview overview,
            GoalPlots plots,
            GoalBook book,
            GoalTerms terms,
            PassCounting counting,
            CurrentUser user,
            OfficialClock clock) {
        this.overview = overview;
        this.plots = plots;
        this.book = book;
        this.terms = terms;
        this.counting = counting;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "goal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance goals(
                GoalsView view, KindView kind, GoalPlots.Course course, List<DatedTerms.Term> terms);
    }

    private boolean open(String region) {
        return user.reachesRegion(region, Roles.REGULATOR);
    }

    /** @param kind of which cities and months are shown, the first if it is none */
    @GET
    @Path("goals")
    public TemplateInstance page(@RestQuery String reading, @RestQuery String year, @RestQuery String kind) {
        GoalsView view = overview.of(reading, year, this::open);
        KindView chosen = view.kinds().stream()
                .filter(one -> one.kind().name().equals(kind))
                .findFirst()
                .orElse(view.kinds().get(0));
        GoalPlots.Course course = view.open()
                ? plots.of(chosen.kind(), view.year(), chosen.year().target(), view.asOf())
                : new GoalPlots.Course(null, List.of());
        DatedTerms<GoalTerm> on = terms.on(clock.today());
        return Templates.goals(view, chosen, course, SHOWN.stream().map(on::get).toList());
    }

    /** @param reading code, the first if left out; @param year the nearest if left out */
    @GET
    @Path("api/goals")
    public GoalsView json(@RestQuery String reading, @RestQuery String year) {
        return overview.of(reading, year, this::open);
    }

    @GET
    @Path("goals/goals.xlsx")
    @RolesAllowed(Roles.REGULATOR)
    public Response file(@RestQuery String reading, @RestQuery String year) {
        return Download.of(book.of(overview.of(reading, year, this::open)), ListBook.MEDIA_TYPE, "goals.xlsx");
    }

    @POST
    @Path("goals/pass-rates")
    @RolesAllowed(Roles.REGULATOR)
    public Response countAgain() {
        counting.countAgain();
        return Response.seeOther(java.net.URI.create("/goals#pass")).build();
    }
}
