package org.chizheng.integrity;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.centre.CentreView;
import org.chizheng.centre.Centres;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.ListBook;
import org.chizheng.common.ListColumns;
import org.chizheng.common.Messages;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.exchange.Download;
import org.chizheng.integrity.rule.Seating;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.chizheng.scoring.Releases;
import org.chizheng.scoring.rule.Period;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The integrity desk: what is striking in the sessions and centres of a regulator's region, for people to look into. */
@Path("/integrity")
@RolesAllowed(Roles.REGULATOR)
public class IntegrityPage {
    private final Findings findings;
    private final Funnels funnels;
    private final Noting noting;
    private final Centres centres;
    private final Qualifications qualifications;
    private final IntegrityConfig config;
    private final CurrentUser user;
    private final OfficialClock clock;
    private final Ui ui;

    IntegrityPage(
            Findings findings,
            Funnels funnels,
            Noting noting,
            Centres centres,
            Qualifications qualifications,
            IntegrityConfig config,
            CurrentUser user,
            OfficialClock clock,
            Ui ui) {
        this.findings = findings;
        this.funnels = funnels;
        this.noting = noting;
        this.centres = centres;
        this.qualifications = qualifications;
        this.config = config;
        this.user = user;
        this.clock = clock;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "integrity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance sessions(List<RunView> runs, double alarms, Qualifications qualifications);

        static native TemplateInstance session(
                RunView run, List<FindingView> findings, double alarms, double fast, Qualifications qualifications);

        static native TemplateInstance finding(
                RunView run,
                FindingView finding,
                DistributionPlot plot,
                List<NoteView> notes,
                double fast,
                String words,
                Refused refused,
                Qualifications qualifications);

        static native TemplateInstance centres(FunnelView view, Qualifications qualifications);

        static native TemplateInstance centre(CentreView centre, List<NoteView> notes, String words, Refused refused);
    }

    @GET
    public TemplateInstance list() {
        return Templates.sessions(findings.runs(user.regions(Roles.REGULATOR)), config.alarms(), qualifications);
    }

    /** The sessions that were looked at, for Excel. */
    @GET
    @Path("sessions.xlsx")
    public Response runs() {
        byte[] book = new ListColumns<RunView>(this::word)
                .add(
                        "session",
                        run -> ui.pick(
                                qualifications.get(run.qualification()).zh(),
                                qualifications.get(run.qualification()).en()))
                .add("where", run -> ui.pick(run.centreZh(), run.centreEn()) + " " + run.room())
                .add("starts", run -> ui.time(run.startsAt()))
                .add("candidates", RunView::sittings)
                .add("pairs", RunView::pairs)
                .add("striking", RunView::striking)
                .add("notes", RunView::notes)
                .book(word("sessions"), findings.runs(user.regions(Roles.REGULATOR)));
        return Download.of(book, ListBook.MEDIA_TYPE, "sessions.xlsx");
    }

    @GET
    @Path("sessions/{id}")
    public TemplateInstance session(@RestPath UUID id) {
        return Templates.session(
                run(id), findings.ofSession(id), config.alarms(), config.fastSeconds(), qualifications);
    }

    @GET
    @Path("sessions/{id}/findings.xlsx")
    public Response file(@RestPath UUID id) {
        run(id);
        byte[] book = new ListColumns<FindingView>(this::word)
                .add("kind", one -> word("kind_" + one.kind()))
                .add("one", one -> who(one.one()))
                .add("other", one -> one.other() == null ? "" : who(one.other()))
                .add("apart", this::apart)
                .add("items", FindingView::items)
                .add("observed", FindingView::observed)
                .add("expected", FindingView::expected)
                .add("chance", FindingView::chance)
                .add("tests", FindingView::tests)
                .add("alarms", FindingView::alarms)
                .add("neighbours", one -> one.seats() == null ? "" : one.seats().neighbours())
                .add("notes", FindingView::notes)
                .book(word("title"), findings.ofSession(id));
        return Download.of(book, ListBook.MEDIA_TYPE, "findings-" + id + ".xlsx");
    }

    private String apart(FindingView finding) {
        if (finding.seats() == null) {
            return "";
        }
        Seating.Distance apart = finding.seats().apart();
        return Messages.get(ui.getLang(), "integrity_apart_" + apart.relation(), List.of(apart.rows(), apart.places()));
    }

    private static String who(FindingView.Who who) {
        return who.name() + " " + who.ticket() + (who.seat() == null ? "" : " / " + who.seat());
    }

    @GET
    @Path("findings/{id}")
    public TemplateInstance finding(@RestPath UUID id) {
        return page(reached(id), "", null);
    }

    @POST
    @Path("findings/{id}/notes")
    public Response note(@RestPath UUID id, @RestForm @DefaultValue("") String words) {
        FindingView finding = reached(id);
        try {
            noting.onFinding(id, words, user.principal());
        } catch (Refused refused) {
            return Pages.of(refused.reason().status(), page(finding, words, refused));
        }
        return Response.seeOther(URI.create("/integrity/findings/" + id)).build();
    }

    private TemplateInstance page(FindingView finding, String words, Refused refused) {
        return Templates.finding(
                run(finding.session()),
                finding,
                DistributionPlot.of(finding),
                findings.notesOnFinding(finding.id()),
                config.fastSeconds(),
                words,
                refused,
                qualifications);
    }

    /** @param from the last twelve months when it is left out or no date */
    @GET
    @Path("centres")
    public TemplateInstance centres(
            @RestQuery String from, @RestQuery String to, @RestQuery @DefaultValue("") String qualification) {
        return Templates.centres(funnel(from, to, qualification), qualifications);
    }

    @GET
    @Path("centres/centres.xlsx")
    public Response centresFile(
            @RestQuery String from, @RestQuery String to, @RestQuery @DefaultValue("") String qualification) {
        byte[] book = new ListColumns<CentrePlace>(this::word)
                .add("centre", one -> ui.pick(one.zh(), one.en()))
                .add("scored", one -> one.sums().scored())
                .add("passed", one -> one.sums().passed())
                .add("rate", CentrePlace::rate)
                .add("low", CentrePlace::low)
                .add("high", CentrePlace::high)
                .add("place", one -> word("place_" + one.place().name()))
                .book(word("centres"), funnel(from, to, qualification).centres());
        return Download.of(book, ListBook.MEDIA_TYPE, "centres.xlsx");
    }

    private FunnelView funnel(String from, String to, String qualification) {
        Period period = Period.asked(from, to, clock.today());
        String known = qualifications.find(qualification).isPresent() ? qualification : "";
        return funnels.of(period, known, new Releases.Reach(List.of(), user.regions(Roles.REGULATOR)));
    }

    @GET
    @Path("centres/{id}")
    public TemplateInstance centre(@RestPath UUID id) {
        return Templates.centre(reachedCentre(id), findings.notesOnCentre(id), "", null);
    }

    @POST
    @Path("centres/{id}/notes")
    public Response noteCentre(@RestPath UUID id, @RestForm @DefaultValue("") String words) {
        CentreView centre = reachedCentre(id);
        try {
            noting.onCentre(id, words, user.principal());
        } catch (Refused refused) {
            return Pages.of(
                    refused.reason().status(), Templates.centre(centre, findings.notesOnCentre(id), words, refused));
        }
        return Response.seeOther(URI.create("/integrity/centres/" + id)).build();
    }

    private CentreView reachedCentre(UUID id) {
        CentreView centre = centres.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        mustReach(centre.region());
        return centre;
    }

    private FindingView reached(UUID id) {
        FindingView finding = findings.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        run(finding.session());
        return finding;
    }

    private RunView run(UUID session) {
        RunView run = findings.run(session).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        mustReach(run.region());
        return run;
    }

    private void mustReach(String region) {
        if (!user.reachesRegion(region, Roles.REGULATOR)) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
    }

    private String word(String name) {
        return ui.text("integrity_", name);
    }
}
