package org.chizheng.statistics.report;

import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.ListBook;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.common.Signer;
import org.chizheng.exchange.Download;
import org.chizheng.people.Roles;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.statistics.desk.DeskReach;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Monthly reports of the reader's regions: made, listed, read. */
@Path("/statistics/reports")
@RolesAllowed({Roles.REGULATOR, Roles.ADMINISTRATOR})
public class ReportPage {
    private static final int SHOWN = 120;
    private final Reports reports;
    private final Reporting reporting;
    private final ReportFiles files;
    private final DeskReach reach;
    private final Regions regions;
    private final Signer signer;
    private final OfficialClock clock;

    ReportPage(
            Reports reports,
            Reporting reporting,
            ReportFiles files,
            DeskReach reach,
            Regions regions,
            Signer signer,
            OfficialClock clock) {
        this.reports = reports;
        this.reporting = reporting;
        this.files = files;
        this.reach = reach;
        this.regions = regions;
        this.signer = signer;
        this.clock = clock;
    }

    /** choices: regions within reach; month: what the form holds; refused: null unless it was refused. */
    public record ListView(
            RegionView region,
            List<RegionView> choices,
            List<Report> reports,
            String month,
            String reason,
            String last,
            int longest,
            Refused refused) {}

    @CheckedTemplate(basePath = "report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance reports(ListView view);

        static native TemplateInstance report(
                Report report,
                ReportFacts facts,
                List<ReportFiles.TableView> tables,
                Report replacing,
                String publicKey);
    }

    @GET
    public TemplateInstance list(@RestQuery String region) {
        RegionView found = reach.region(region);
        return list(found, lastMonth().toString(), "", null);
    }

    private YearMonth lastMonth() {
        return YearMonth.from(clock.today()).minusMonths(1);
    }

    private TemplateInstance list(RegionView region, String month, String reason, Refused refused) {
        List<RegionView> choices = regions.all().stream()
                .filter(one -> !one.isZone() && reach.reaches(one.code()))
                .toList();
        return Templates.reports(new ListView(
                region,
                choices,
                reports.of(region.code(), SHOWN),
                month,
                reason,
                lastMonth().toString(),
                Reporting.LONGEST,
                refused));
    }

    /** @param month as yyyy-MM; @param reason of a correction, blank for the first version */
    @POST
    public Response make(@RestForm String region, @RestForm String month, @RestForm String reason) {
        RegionView found = reach.region(region);
        try {
            Report made = reporting.make(found, month, reason);
            return Response.seeOther(URI.create("/statistics/reports/" + made.id()))
                    .build();
        } catch (Refused refused) {
            return Pages.of(
                    refused.reason().status(),
                    list(found, month == null ? "" : month, reason == null ? "" : reason, refused));
        }
    }

    @GET
    @Path("{id}")
    public TemplateInstance report(@RestPath UUID id) {
        Report report = reachable(id);
        ReportFacts facts = reports.facts(id);
        return Templates.report(
                report, facts, files.shown(facts), reports.replacing(id).orElse(null), signer.publicKey());
    }

    /** @throws Refused NOT_FOUND for one of another region */
    private Report reachable(UUID id) {
        return reports.find(id)
                .filter(report -> reach.reaches(report.region()))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    @GET
    @Path("{id}/report.pdf")
    public Response pdf(@RestPath UUID id) {
        Report report = reachable(id);
        return Download.of(reports.pdf(id), "application/pdf", name(report) + ".pdf");
    }

    private static String name(Report report) {
        return "holder-rate-" + report.region() + "-" + report.month() + "-v" + report.version();
    }

    @GET
    @Path("{id}/report.xlsx")
    public Response book(@RestPath UUID id) {
        Report report = reachable(id);
        return Download.of(files.book(reports.facts(id)), ListBook.MEDIA_TYPE, name(report) + ".xlsx");
    }

    @GET
    @Path("{id}/report.csv")
    public Response csv(@RestPath UUID id) {
        Report report = reachable(id);
        return Download.of(files.csv(reports.facts(id)), "text/csv;charset=UTF-8", name(report) + ".csv");
    }

    /** The JSON that was digested. */
    @GET
    @Path("{id}/facts.json")
    public Response facts(@RestPath UUID id) {
        return Response.ok(reports.factsText(reachable(id).id()), "application/json;charset=UTF-8")
                .build();
    }
}
