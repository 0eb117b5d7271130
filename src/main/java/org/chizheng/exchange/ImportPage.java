package org.chizheng.exchange;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.bank.Staff;
import org.chizheng.bank.SubjectView;
import org.chizheng.bank.Subjects;
import org.chizheng.bank.rule.ItemLife.Who;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Messages;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Items from a file: choose it and have it looked at. What would come is shown on {@link ImportRunPage}. */
@Path("/bank/{subject}/import")
@RolesAllowed({Roles.AUTHOR, Roles.ADMINISTRATOR})
public class ImportPage {
    private static final int LONGEST_NAME = 120;
    private static final Limits LIMITS =
            new Limits(Format.accepted(), UploadLimit.BYTES, UploadLimit.MEGABYTES, ReadLimits.LARGEST_FILE >> 20);
    private final Subjects subjects;
    private final DryRun dryRun;
    private final Staging staging;
    private final VisibleRuns visible;
    private final Staff staff;
    private final Ui ui;

    ImportPage(Subjects subjects, DryRun dryRun, Staging staging, VisibleRuns visible, Staff staff, Ui ui) {
        this.subjects = subjects;
        this.dryRun = dryRun;
        this.staging = staging;
        this.visible = visible;
        this.staff = staff;
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
    }

    /** What the form tells of a file before it is sent. */
    public record Limits(String accepted, long bytes, int megabytes, int textMegabytes) {}

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
        return Pages.of(
                status,
                Templates.choose(
                        subject,
                        Format.names(Format.readable()),
                        visible.recent(subject.code()),
                        chosen,
                        problem,
                        LIMITS));
    }

    @POST
    public Response upload(@RestPath("subject") String code, @RestForm String format, @RestForm("file") FileUpload file)
            throws IOException {
        SubjectView subject = subject(code);
        String chosen = format == null ? "" : format;
        if (file == null || file.size() == 0) {
            return refused(subject, chosen, new Refused(ExchangeRefusal.NO_FILE));
        }
        String name = tidy(file.fileName());
        Format known = Format.of(chosen, name).orElse(null);
        if (known == null) {
            return refused(subject, chosen, new Refused(ExchangeRefusal.FORMAT_UNKNOWN, name));
        }
        if (file.size() > known.largest()) {
            return refused(subject, chosen, tooLarge(known));
        }
        return looked(subject, chosen, known, name, file.uploadedFile());
    }

    /** In the name of its format, since each has a limit of its own; a request that does not say its length is measured here first. */
    private Refused tooLarge(Format format) {
        return new Refused(
                ExchangeRefusal.FORMAT_TOO_LARGE,
                Messages.get(ui.getLang(), "exchange_format_" + format),
                format.largest() >> 20);
    }

    private Response looked(SubjectView subject, String chosen, Format format, String name, java.nio.file.Path file)
            throws IOException {
        Who who = staff.who();
        try {
            List<Judged> judged = dryRun.of(subject, format, file, who);
            Staging.Upload upload = new Staging.Upload(format, name, Files.readAllBytes(file));
            UUID run = staging.keep(subject.code(), upload, judged, who.name());
            return Response.seeOther(URI.create("/bank/" + subject.code() + "/import/" + run))
                    .build();
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

    private SubjectView subject(String code) {
        return subjects.find(code).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }
}
