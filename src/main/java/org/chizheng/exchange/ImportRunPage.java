package org.chizheng.exchange;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.bank.Staff;
import org.chizheng.bank.SubjectView;
import org.chizheng.bank.Subjects;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What an import would bring or has brought, item by item; its author confirms it here or gives it up. */
@Path("/bank/{subject}/import")
@RolesAllowed({Roles.AUTHOR, Roles.ADMINISTRATOR})
public class ImportRunPage {
    private final Subjects subjects;
    private final VisibleRuns visible;
    private final ImportRuns runs;
    private final ImportReports reports;
    private final MarkedFile marked;
    private final Importing importing;
    private final Staging staging;
    private final Staff staff;
    private final Ui ui;

    ImportRunPage(
            Subjects subjects,
            VisibleRuns visible,
            ImportRuns runs,
            ImportReports reports,
            MarkedFile marked,
            Importing importing,
            Staging staging,
            Staff staff,
            Ui ui) {
        this.subjects = subjects;
        this.visible = visible;
        this.runs = runs;
        this.reports = reports;
        this.marked = marked;
        this.importing = importing;
        this.staging = staging;
        this.staff = staff;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "exchange", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance run(
                SubjectView subject, ImportRun run, ImportReport report, boolean own, boolean known);
    }

    @GET
    @Path("{run}")
    public TemplateInstance run(
            @RestPath("subject") String code, @RestPath UUID run, @RestQuery String outcome, @RestQuery String page) {
        SubjectView subject = subjects.find(code).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        ImportRun found = visible.find(code, run);
        return Templates.run(
                subject,
                found,
                reports.page(found, outcome, page, ui.getLang()),
                visible.isOwn(found),
                found.isOpen() && runs.isKnown(code, found.sha256()));
    }

    /** What became of each item, as CSV, for every format. */
    @GET
    @Path("{run}/report")
    public Response report(@RestPath("subject") String code, @RestPath UUID run) {
        ImportRun found = visible.find(code, run);
        return Download.of(reports.file(found, ui.getLang()), Format.CSV.mediaType(), "import-report.csv");
    }

    @GET
    @Path("{run}/marked")
    public Response marked(@RestPath("subject") String code, @RestPath UUID run) {
        ImportRun found = visible.find(code, run);
        Format format = Format.valueOf(found.format());
        byte[] bytes = marked.of(found, ui.getLang()).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return Download.of(bytes, format.mediaType(), "import-result." + format.ending());
    }

    /** which: ALL or GOOD; items: how many the author was told. A run that is over is shown as it is. */
    @POST
    @Path("{run}/confirm")
    public Response confirm(
            @RestPath("subject") String code, @RestPath UUID run, @RestForm String which, @RestForm String items) {
        ImportRun found = visible.own(code, run);
        if (found.isOpen()) {
            int expected = items != null && items.matches("\\d{1,6}") ? Integer.parseInt(items) : -1;
            importing.confirm(found, staff.who(), "GOOD".equals(which), expected);
        }
        return Response.seeOther(URI.create("/bank/" + code + "/import/" + run)).build();
    }

    @POST
    @Path("{run}/drop")
    public Response drop(@RestPath("subject") String code, @RestPath UUID run) {
        staging.drop(visible.own(code, run).id());
        return Response.seeOther(URI.create("/bank/" + code + "/import")).build();
    }
}
