package org.chizheng.fitness.bulk;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
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
import org.chizheng.regulation.Qualifications;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;

/** People and posts from a file: how many are fit, why not, and the file back with the answers. A check is seen by the account that made it. */
@Path("/fitness/check")
@RolesAllowed({Roles.EMPLOYER, Roles.ADMINISTRATOR, Roles.REGULATOR})
public class BulkPage {
    private static final int LONGEST_NAME = 120;
    private static final List<String> OWN_WORDS = List.of("no_header", "no_items");
    private static final Limits LIMITS = new Limits(UploadLimit.BYTES, UploadLimit.MEGABYTES, Checking.MOST_ROWS);
    private final FileChecking checking;
    private final BulkRuns runs;
    private final Qualifications qualifications;
    private final CurrentUser user;
    private final HttpServerRequest request;
    private final Ui ui;

    BulkPage(
            FileChecking checking,
            BulkRuns runs,
            Qualifications qualifications,
            CurrentUser user,
            HttpServerRequest request,
            Ui ui) {
        this.checking = checking;
        this.runs = runs;
        this.qualifications = qualifications;
        this.user = user;
        this.request = request;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "bulk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance choose(List<BulkRun> recent, Refused refused, Limits limits);

        static native TemplateInstance run(BulkRun run, BulkReport report, Qualifications qualifications);
    }

    /** What the form tells of a file before it is sent. */
    public record Limits(long bytes, int megabytes, int rows) {}

    /** refused: the name of a refusal that was met before the file was taken. */
    @GET
    public Response choose(@RestQuery String refused) {
        return ExchangeRefusal.TOO_LARGE.name().equals(refused)
                ? refused(new Refused(ExchangeRefusal.TOO_LARGE, UploadLimit.MEGABYTES))
                : choose(200, null);
    }

    private Response choose(int status, Refused refused) {
        return Pages.of(status, Templates.choose(runs.recent(user.principal()), refused, LIMITS));
    }

    private Response refused(Refused refused) {
        return choose(refused.reason().status(), refused);
    }

    /** An Excel file by its ending .xlsx, else CSV. */
    @POST
    public Response check(@RestForm("file") FileUpload file) throws IOException {
        if (file == null || file.size() == 0) {
            return refused(new Refused(BulkRefusal.FILE_MISSING));
        }
        if (file.size() > UploadLimit.BYTES) {
            return refused(new Refused(ExchangeRefusal.TOO_LARGE, UploadLimit.MEGABYTES));
        }
        String name = tidy(file.fileName());
        boolean excel = name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
        BulkRuns.Upload upload = new BulkRuns.Upload(name, excel, Files.readAllBytes(file.uploadedFile()));
        try {
            return see(checking.check(Asker.of(user), upload, file.uploadedFile(), address()));
        } catch (UnreadableFile e) {
            String why = OWN_WORDS.contains(e.code())
                    ? Messages.get(ui.getLang(), "bulk_file_" + e.code())
                    : NoteText.of(ui.getLang(), e);
            return refused(new Refused(BulkRefusal.FILE_UNREADABLE, why));
        } catch (Refused e) {
            return refused(e);
        }
    }

    private String address() {
        return request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
    }

    private static String tidy(String fileName) {
        String base =
                fileName == null ? "" : fileName.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cc}", "");
        return base.length() > LONGEST_NAME ? base.substring(base.length() - LONGEST_NAME) : base;
    }

    @GET
    @Path("{run}")
    public TemplateInstance run(@RestPath UUID run, @RestQuery String reason, @RestQuery String page) {
        BulkRun found = find(run);
        return Templates.run(found, BulkReport.of(runs.answers(run), reason, page), qualifications);
    }

    @GET
    @Path("{run}/file")
    public Response file(@RestPath UUID run) {
        BulkRun found = find(run);
        byte[] bytes = checking.answered(found, ui.getLang());
        return found.excel()
                ? Download.of(
                        bytes,
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "fitness-answers.xlsx")
                : Download.of(bytes, "text/csv; charset=UTF-8", "fitness-answers.csv");
    }

    @POST
    @Path("{run}/drop")
    public Response drop(@RestPath UUID run) {
        checking.drop(find(run).id());
        return Response.seeOther(URI.create("/fitness/check")).build();
    }

    private BulkRun find(UUID run) {
        return runs.find(run, user.principal()).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    private static Response see(UUID run) {
        return Response.seeOther(URI.create("/fitness/check/" + run)).build();
    }
}
