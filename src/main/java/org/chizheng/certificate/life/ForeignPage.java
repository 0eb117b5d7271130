package org.chizheng.certificate.life;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.Digests;
import org.chizheng.common.Messages;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.exchange.NoteText;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Certificates of other authorities: recorded from a file as a whole or not at all, and listed. Regulators and administrators read. */
@Path("/certificates/foreign")
@RolesAllowed({Roles.CERTIFICATE_OFFICER, Roles.ADMINISTRATOR, Roles.REGULATOR})
public class ForeignPage {
    private static final String[] READERS = {Roles.CERTIFICATE_OFFICER, Roles.ADMINISTRATOR, Roles.REGULATOR};
    private static final List<String> OWN_WORDS = List.of("no_header", "no_items");
    private final ForeignCertificates foreign;
    private final ForeignRecording recording;
    private final Qualifications qualifications;
    private final CurrentUser user;
    private final Ui ui;

    public ForeignPage(
            ForeignCertificates foreign,
            ForeignRecording recording,
            Qualifications qualifications,
            CurrentUser user,
            Ui ui) {
        this.foreign = foreign;
        this.recording = recording;
        this.qualifications = qualifications;
        this.user = user;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "life", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance foreign(
                List<ForeignCertificate> certificates,
                ForeignRecording.Report report,
                Refused refused,
                boolean officer,
                Qualifications qualifications);
    }

    @GET
    public TemplateInstance list() {
        return page(null, null);
    }

    /** An Excel file by its ending .xlsx, else CSV. */
    @POST
    @Path("import")
    @RolesAllowed(Roles.CERTIFICATE_OFFICER)
    public Response record(@RestForm("file") FileUpload file) throws IOException {
        if (file == null || file.size() == 0) {
            return refused(new Refused(LifeRefusal.FILE_MISSING));
        }
        boolean excel = file.fileName() != null
                && file.fileName().toLowerCase(Locale.ROOT).endsWith(".xlsx");
        String region = user.regions(Roles.CERTIFICATE_OFFICER).get(0);
        ForeignRecording.Source source = new ForeignRecording.Source(
                Digests.file(Files.readAllBytes(file.uploadedFile())), region, user.principal());
        try {
            ForeignRecording.Report report = recording.record(file.uploadedFile(), excel, source);
            return Pages.of(report.faults().isEmpty() ? 200 : 422, page(report, null));
        } catch (UnreadableFile e) {
            String why = OWN_WORDS.contains(e.code())
                    ? Messages.get(ui.getLang(), "life_foreign_" + e.code())
                    : NoteText.of(ui.getLang(), e);
            return refused(new Refused(LifeRefusal.FILE_UNREADABLE, why));
        }
    }

    private Response refused(Refused refused) {
        return Pages.of(refused.reason().status(), page(null, refused));
    }

    private TemplateInstance page(ForeignRecording.Report report, Refused refused) {
        List<ForeignCertificate> found = user.regions(READERS).stream()
                .flatMap(region -> foreign.recordedWithin(region).stream())
                .distinct()
                .toList();
        boolean officer = !user.regions(Roles.CERTIFICATE_OFFICER).isEmpty();
        return Templates.foreign(found, report, refused, officer, qualifications);
    }
}
