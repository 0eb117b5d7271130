package org.chizheng.statistics.report;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.chizheng.people.Roles;
import org.chizheng.statistics.desk.DeskReach;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Monthly reports for programs: which there are; their files are at /statistics/reports/{id}/. */
@Path("/api/statistics/reports")
@Tag(name = "statistics")
@RolesAllowed({Roles.REGULATOR, Roles.ADMINISTRATOR})
public class ReportResource {
    private static final int MOST = 1000;
    private final Reports reports;
    private final DeskReach reach;

    ReportResource(Reports reports, DeskReach reach) {
        this.reports = reports;
        this.reach = reach;
    }

    @GET
    @Operation(
            summary = "Monthly reports of a region, the newest first",
            description =
                    "region: a code within reach, the reader's own if left out. The files are /statistics/reports/{id}/report.pdf, report.xlsx, report.csv and facts.json.")
    public List<Report> list(@RestQuery String region) {
        return reports.of(reach.region(region).code(), MOST);
    }
}
