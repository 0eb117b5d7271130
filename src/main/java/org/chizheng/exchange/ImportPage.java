package org.chizheng.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.bank.SubjectView;
import org.chizheng.bank.Subjects;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Messages;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.exchange.sheet.ExcelTemplate;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Items from a file: choose it, see what would come, confirm. A run is seen by who began it and by administrators, and ended by who began it. */
@Path("/bank/{subject}/import")
@RolesAllowed({Roles.AUTHOR, Roles.ADMINISTRATOR})
public class ImportPage {
    private static final Set<String> OUTCOMES = Set.of("OK", "CHANGED", "LOST", "REFUSED");
    private static final int LONGEST_NAME = 120;
    private static final Limits LIMITS = new Limits(Format.accepted(), UploadLimit.BYTES, UploadLimit.MEGABYTES);
    private final Subjects subjects;
    private final ImportRuns runs;
    private final DryRun dryRun;
    private final Importing importing;
    private final MarkedFile marked;
    private final CurrentUser user;
    private final Ui ui;

    ImportPage(
            Subjects subjects,
            ImportRuns runs,
            DryRun dryRun,
            Importing importing,
            MarkedFile marked,
            CurrentUser user,
            Ui ui) {
        this.subjects = subjects;
        this.runs = runs;
        this.dryRun = dryRun;
        this.importing = importing;
        this.marked = marked;
        this.user = user;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "exchange", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance choose(
                SubjectView subject,
                List<String> formats,
                List<ImportRun> recent,
                String chosen,
                String problem,
                Limits limits);

        static native TemplateInstance run(
                SubjectView subject, ImportRun run, ImportReport report, boolean own, boolean known);
    }

    /** What the form tells of a file before it is sent. */
    public record Limits(String accepted, long bytes, int megabytes) {}

    /** refused: the name of a refusal that was met before the file was taken. */
    @GET
    public Response choose(@RestPath("subject") String code, @RestQuery String refused) {
        boolean tooLarge = ExchangeRefusal.TOO_LARGE.name().equals(refused);
        return choose(
                subject(code),
                "",
                tooLarge ? ui.refusal(new Refused(ExchangeRefusal.TOO_LARGE, UploadLimit.MEGABYTES)) : "",
                tooLarge ? ExchangeRefusal.TOO_LARGE.status() : 200);
    }

    private Response choose(SubjectView subject, String chosen, String problem, int status) {
        boolean all = ui.holds(Roles.ADMINISTRATOR);
        List<ImportRun> recent = runs.recent(subject.code()).stream()
                .filter(run -> all || run.account().equals(user.principal()))
                .toList();
        return Pages.of(
                status, Templates.choose(subject, Format.names(Format.readable()), recent, chosen, problem, LIMITS));
    }

    @GET
    @Path("template")
    public Response template(@RestPath("subject") String code) throws IOException {
        SubjectView subject = subject(code);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ExcelTemplate(subject, ui.getLang()).write(out);
        return Download.of(out.toByteArray(), Format.EXCEL.mediaType(), subject.code() + "-" + ui.getLang() + ".xlsx");
    }

    @POST
    public Response upload(@RestPath("subject") String code, @RestForm String format, @RestForm("file") FileUpload file)
            throws IOException {
        SubjectView subject = subject(code);
        String chosen = format == null ? "" : format;
        if (file == null || file.size() == 0) {
            return refused(subject, chosen, new Refused(ExchangeRefusal.NO_FILE));
        }
        if (file.size() > UploadLimit.BYTES) {
            return refused(subject, chosen, new Refused(ExchangeRefusal.TOO_LARGE, UploadLimit.MEGABYTES));
        }
        String name = tidy(file.fileName());
        Format known = Format.of(chosen, name).orElse(null);
        if (known == null) {
            return refused(subject, chosen, new Refused(ExchangeRefusal.FORMAT_UNKNOWN, name));
        }
        try {
            List<Judged> judged = dryRun.of(subject, known, file.uploadedFile());
            Importing.Upload upload = new Importing.Upload(known, name, Files.readAllBytes(file.uploadedFile()));
            return see(subject.code(), importing.keep(subject.code(), upload, judged, user.principal()));
        } catch (UnreadableFile e) {
            String problem = Messages.get(
                    ui.getLang(), "exchange_refused_UNREADABLE", List.of(name, NoteText.of(ui.getLang(), e)));
            return choose(subject, chosen, problem, ExchangeRefusal.UNREADABLE.status());
        }
    }

    private Response refused(SubjectView subject, String chosen, Refused refused) {
        return choose(subject, chosen, ui.refusal(refused), refused.reason().status());
    }

    private static String tidy(String fileName) {
        String base =
                fileName == null ? "" : fileName.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cc}", "");
        return base.length() > LONGEST_NAME ? base.substring(base.length() - LONGEST_NAME) : base;
    }

    @GET
    @Path("{run}")
    public TemplateInstance run(
            @RestPath("subject") String code, @RestPath UUID run, @RestQuery String outcome, @RestQuery String page) {
        SubjectView subject = subject(code);
        ImportRun found = find(subject, run);
        String asked = outcome != null && OUTCOMES.contains(outcome) ? outcome : "";
        int rows = asked.isEmpty() ? found.items() : runs.outcomes(run).getOrDefault(asked, 0);
        int pages = Math.max(1, (rows + ImportRuns.PAGE_SIZE - 1) / ImportRuns.PAGE_SIZE);
        int number = page != null && page.matches("[1-9]\\d{0,4}") ? Math.min(Integer.parseInt(page), pages) : 1;
        ImportReport report = new ImportReport(
                runs.page(run, asked, number).stream()
                        .map(item -> ImportReport.row(item, ui.getLang()))
                        .toList(),
                asked,
                number,
                pages,
                ImportReport.notes(found.summary().notes(), ui.getLang()),
                ImportReport.findings(found.summary().findings(), ui.getLang()));
        boolean known = found.isOpen() && runs.isKnown(subject.code(), found.sha256());
        return Templates.run(subject, found, report, own(found), known);
    }

    @GET
    @Path("{run}/marked")
    public Response marked(@RestPath("subject") String code, @RestPath UUID run) {
        ImportRun found = find(subject(code), run);
        Format format = Format.valueOf(found.format());
        byte[] bytes = marked.of(found, ui.getLang()).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return Download.of(bytes, format.mediaType(), "import-result." + format.ending());
    }

    /** which: ALL or GOOD; items: how many the author was told. A run that is over is shown as it is. */
    @POST
    @Path("{run}/confirm")
    public Response confirm(
            @RestPath("subject") String code, @RestPath UUID run, @RestForm String which, @RestForm String items) {
        ImportRun found = mine(subject(code), run);
        if (found.isOpen()) {
            int expected = items != null && items.matches("\\d{1,6}") ? Integer.parseInt(items) : -1;
            importing.confirm(found, user.principal(), "GOOD".equals(which), expected);
        }
        return see(code, run);
    }

    @POST
    @Path("{run}/drop")
    public Response drop(@RestPath("subject") String code, @RestPath UUID run) {
        importing.drop(mine(subject(code), run).id());
        return Response.seeOther(URI.create("/bank/" + code + "/import")).build();
    }

    private static Response see(String subject, UUID run) {
        return Response.seeOther(URI.create("/bank/" + subject + "/import/" + run))
                .build();
    }

    private SubjectView subject(String code) {
        return subjects.find(code).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    private ImportRun find(SubjectView subject, UUID id) {
        return runs.find(id)
                .filter(run -> run.subject().equals(subject.code()))
                .filter(run -> own(run) || ui.holds(Roles.ADMINISTRATOR))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    private ImportRun mine(SubjectView subject, UUID id) {
        ImportRun run = find(subject, id);
        if (!own(run)) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return run;
    }

    private boolean own(ImportRun run) {
        return run.account().equals(user.principal());
    }
}
