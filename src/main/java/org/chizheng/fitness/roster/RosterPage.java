package org.chizheng.fitness.roster;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.ListBook;
import org.chizheng.common.Messages;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.exchange.Download;
import org.chizheng.exchange.ExchangeRefusal;
import org.chizheng.exchange.NoteText;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.exchange.UploadLimit;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.workforce.EnterpriseView;
import org.chizheng.workforce.Enterprises;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Rosters by file: the empty one, a filled one row by row with what would become of it, the same back with the answers, and the word that takes all of it. */
@Path("/roster")
@RolesAllowed({Roles.EMPLOYER, Roles.ADMINISTRATOR})
public class RosterPage {
    private static final String[] KEEPERS = {Roles.EMPLOYER, Roles.ADMINISTRATOR};
    private static final int LONGEST_NAME = 120;
    private static final Limits LIMITS = new Limits(UploadLimit.BYTES, UploadLimit.MEGABYTES, RosterTable.MOST_ROWS);
    private final Uploading uploading;
    private final RosterUploads uploads;
    private final RosterTable table;
    private final StandingRoster standing;
    private final Enterprises enterprises;
    private final CurrentUser user;
    private final Ui ui;

    RosterPage(
            Uploading uploading,
            RosterUploads uploads,
            RosterTable table,
            StandingRoster standing,
            Enterprises enterprises,
            CurrentUser user,
            Ui ui) {
        this.uploading = uploading;
        this.uploads = uploads;
        this.table = table;
        this.standing = standing;
        this.enterprises = enterprises;
        this.user = user;
        this.ui = ui;
    }

    /** What the form tells of a file before it is sent. */
    public record Limits(long bytes, int megabytes, int rows) {}

    @CheckedTemplate(basePath = "roster", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        /** enterprise: null for a list of many enterprises. */
        static native TemplateInstance choose(
                EnterpriseView enterprise, List<RosterUpload> recent, Refused refused, Limits limits);

        static native TemplateInstance upload(
                RosterUpload upload, EnterpriseView enterprise, RosterReport report, Refused refused);
    }

    /** enterprise: the account's own when left out, or, for authorities, a list whose rows name theirs. refused: the name of a refusal that was met before the file was taken. */
    @GET
    public Response choose(@RestQuery UUID enterprise, @RestQuery String refused) {
        return choose(
                whose(enterprise),
                ExchangeRefusal.TOO_LARGE.name().equals(refused)
                        ? new Refused(ExchangeRefusal.TOO_LARGE, UploadLimit.MEGABYTES)
                        : null);
    }

    private Response choose(RosterReach reach, Refused refused) {
        EnterpriseView view = reach.enterprise() == null
                ? null
                : enterprises.find(reach.enterprise()).orElseThrow();
        List<RosterUpload> recent = view == null ? uploads.of(user.principal()) : uploads.of(view.id());
        return Pages.of(
                refused == null ? 200 : refused.reason().status(), Templates.choose(view, recent, refused, LIMITS));
    }

    @GET
    @Path("template")
    public Response template() {
        return Download.of(table.template(ui.getLang()), ListBook.MEDIA_TYPE, "roster-template.xlsx");
    }

    /** The people of one enterprise at their posts, to be corrected and sent back. */
    @GET
    @Path("current")
    public Response current(@RestQuery UUID enterprise) {
        UUID asked = whose(enterprise).enterprise();
        if (asked == null) {
            throw new Refused(CommonRefusal.FIELD_MISSING, "enterprise");
        }
        return Download.of(table.filled(standing.of(asked), ui.getLang()), ListBook.MEDIA_TYPE, "roster-current.xlsx");
    }

    /** An Excel file by its ending .xlsx, else CSV. */
    @POST
    public Response upload(@RestForm UUID enterprise, @RestForm("file") FileUpload file) {
        RosterReach reach = whose(enterprise);
        try {
            if (file == null || file.size() == 0) {
                throw new Refused(RosterRefusal.FILE_MISSING);
            }
            if (file.size() > UploadLimit.BYTES) {
                throw new Refused(ExchangeRefusal.TOO_LARGE, UploadLimit.MEGABYTES);
            }
            return see(uploading.keep(reach, tidy(file.fileName()), file.uploadedFile(), user.principal()));
        } catch (UnreadableFile e) {
            String why = "no_header".equals(e.code())
                    ? Messages.get(ui.getLang(), "roster_file_no_header")
                    : NoteText.of(ui.getLang(), e);
            return choose(reach, new Refused(RosterRefusal.FILE_UNREADABLE, why));
        } catch (Refused refused) {
            return choose(reach, refused);
        }
    }

    private static String tidy(String fileName) {
        String base =
                fileName == null ? "" : fileName.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cc}", "");
        return base.length() > LONGEST_NAME ? base.substring(base.length() - LONGEST_NAME) : base;
    }

    @GET
    @Path("{upload}")
    public Response look(@RestPath UUID upload, @RestQuery String outcome, @RestQuery String page) {
        return page(own(upload), outcome, page, null);
    }

    private Response page(RosterUpload upload, String outcome, String page, Refused refused) {
        EnterpriseView view = upload.enterprise() == null
                ? null
                : enterprises.find(upload.enterprise()).orElseThrow();
        return Pages.of(
                refused == null ? 200 : refused.reason().status(),
                Templates.upload(upload, view, RosterReport.of(uploads.answers(upload.id()), outcome, page), refused));
    }

    @GET
    @Path("{upload}/file")
    public Response file(@RestPath UUID upload) {
        RosterUpload own = own(upload);
        byte[] bytes = uploading.answered(own, ui.getLang());
        return own.excel()
                ? Download.of(bytes, ListBook.MEDIA_TYPE, "roster.xlsx")
                : Download.of(bytes, "text/csv; charset=UTF-8", "roster.csv");
    }

    /** Who stands at a post today and is not in the list: the same columns, so that whoever left can be given a day. */
    @GET
    @Path("{upload}/missing")
    public Response missing(@RestPath UUID upload) {
        RosterUpload own = own(upload);
        return Download.of(
                table.filled(standing.notNamed(upload, uploading.understood(reach(own), own)), ui.getLang()),
                ListBook.MEDIA_TYPE,
                "not-in-roster.xlsx");
    }

    @POST
    @Path("{upload}/confirm")
    public Response confirm(@RestPath UUID upload) {
        RosterUpload own = own(upload);
        try {
            if (!uploading.confirm(reach(own), own)) {
                RosterUpload now = own(upload);
                return page(now, null, null, new Refused(RosterRefusal.ROWS_REFUSED, now.refused()));
            }
        } catch (Refused refused) {
            RosterUpload now = own(upload);
            // Pressed twice: what the first one took is what was asked for.
            return own.waiting() && now.taken() ? see(upload) : page(now, null, null, refused);
        }
        return see(upload);
    }

    @POST
    @Path("{upload}/drop")
    public Response drop(@RestPath UUID upload) {
        RosterUpload own = own(upload);
        uploading.drop(own.id());
        return Response.seeOther(
                        URI.create("/roster" + (own.enterprise() == null ? "" : "?enterprise=" + own.enterprise())))
                .build();
    }

    /** @throws Refused NOT_FOUND for an enterprise out of reach, or for an account of several that names none */
    private RosterReach whose(UUID enterprise) {
        List<String> regions = user.regions(Roles.ADMINISTRATOR);
        if (enterprise == null && !regions.isEmpty()) {
            return new RosterReach(null, regions);
        }
        UUID asked = enterprise != null
                ? enterprise
                : user.enterprises().stream().findFirst().orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        EnterpriseView found = enterprises.find(asked).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachEnterprise(asked, found.region(), KEEPERS);
        return RosterReach.of(asked);
    }

    private RosterReach reach(RosterUpload upload) {
        return upload.enterprise() == null
                ? new RosterReach(null, user.regions(Roles.ADMINISTRATOR))
                : RosterReach.of(upload.enterprise());
    }

    /** Of an enterprise within reach, or the account's own list of many. */
    private RosterUpload own(UUID id) {
        RosterUpload found = uploads.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (found.enterprise() != null) {
            whose(found.enterprise());
        } else if (!found.account().equals(user.principal())) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return found;
    }

    private static Response see(UUID upload) {
        return Response.seeOther(URI.create("/roster/" + upload)).build();
    }
}
