package org.chizheng.application;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.application.EnterpriseUploads.Upload;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.ListBook;
import org.chizheng.common.Messages;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.exchange.Download;
import org.chizheng.exchange.NoteText;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** An enterprise's sheet: the empty one, a filled one row by row with what would become of it, the same back with the answers, and the word that sends all of it. */
@Path("/enterprise/applications/sheets")
@RolesAllowed(Roles.EMPLOYER)
public class EnterpriseUploadPage {
    private static final int LONGEST_NAME = 120;
    private final EnterpriseApplying applying;
    private final EnterpriseApplicationsPage list;
    private final EnterpriseUploads uploads;
    private final EnterpriseTable table;
    private final Choices choices;
    private final Labels labels;
    private final CurrentUser user;
    private final Ui ui;

    public EnterpriseUploadPage(
            EnterpriseApplying applying,
            EnterpriseApplicationsPage list,
            EnterpriseUploads uploads,
            EnterpriseTable table,
            Choices choices,
            Labels labels,
            CurrentUser user,
            Ui ui) {
        this.applying = applying;
        this.list = list;
        this.uploads = uploads;
        this.table = table;
        this.choices = choices;
        this.labels = labels;
        this.user = user;
        this.ui = ui;
    }

    @GET
    @Path("template")
    public Response template() {
        return Download.of(table.template(choices, ui.getLang()), ListBook.MEDIA_TYPE, "application-template.xlsx");
    }

    /** An Excel file by its ending .xlsx, else CSV. */
    @POST
    public Response upload(@RestForm UUID enterprise, @RestForm String region, @RestForm("file") FileUpload file) {
        if (enterprise == null || !user.enterprises().contains(enterprise)) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        try {
            if (file == null || file.size() == 0) {
                throw new Refused(ApplicationRefusal.FILE_MISSING);
            }
            UUID id = applying.keep(enterprise, region, tidy(file.fileName()), file.uploadedFile(), user.principal());
            return EnterpriseApplicationsPage.to("/sheets/" + id);
        } catch (UnreadableFile e) {
            String why = "no_header".equals(e.code())
                    ? Messages.get(ui.getLang(), "application_file_no_header")
                    : NoteText.of(ui.getLang(), e);
            return list.page(enterprise, null, new Refused(ApplicationRefusal.FILE_UNREADABLE, why));
        } catch (Refused refused) {
            return list.page(enterprise, null, refused);
        }
    }

    private static String tidy(String fileName) {
        String base =
                fileName == null ? "" : fileName.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cc}", "");
        return base.length() > LONGEST_NAME ? base.substring(base.length() - LONGEST_NAME) : base;
    }

    @GET
    @Path("{sheet}")
    public Response look(@RestPath UUID sheet) {
        return page(own(sheet), null);
    }

    private Response page(Upload upload, Refused refused) {
        return Pages.of(
                refused == null ? 200 : refused.reason().status(),
                ApplicationPages.upload(upload, new UploadReport(applying.look(upload)), labels, refused));
    }

    @GET
    @Path("{sheet}/file")
    public Response file(@RestPath UUID sheet) {
        Upload upload = own(sheet);
        byte[] bytes = applying.answered(upload, ui.getLang());
        return upload.excel()
                ? Download.of(bytes, ListBook.MEDIA_TYPE, "applications.xlsx")
                : Download.of(bytes, "text/csv; charset=UTF-8", "applications.csv");
    }

    @POST
    @Path("{sheet}/confirm")
    public Response confirm(@RestPath UUID sheet, @RestForm String undertaken) {
        Upload upload = own(sheet);
        try {
            applying.confirm(upload, undertaken != null, user.principal());
        } catch (Refused refused) {
            return page(upload, refused);
        }
        return EnterpriseApplicationsPage.to("?enterprise=" + upload.enterpriseId());
    }

    @POST
    @Path("{sheet}/drop")
    public Response drop(@RestPath UUID sheet) {
        Upload upload = own(sheet);
        applying.drop(upload);
        return EnterpriseApplicationsPage.to("?enterprise=" + upload.enterpriseId());
    }

    private Upload own(UUID id) {
        return uploads.find(id)
                .filter(upload -> user.enterprises().contains(upload.enterpriseId()))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }
}
