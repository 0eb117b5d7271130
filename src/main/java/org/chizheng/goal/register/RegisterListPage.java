package org.chizheng.goal.register;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.ListBook;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.exchange.Download;
import org.chizheng.exchange.NoteText;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.people.Roles;
import org.chizheng.training.ReturningLists;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Lists for a register: looked at first, entered as a whole or not at all, given back with the reasons. */
@Path("/goals/registers/{register}/list")
@RolesAllowed(Roles.REGULATOR)
public class RegisterListPage {
    private static final int FIRST = 50;
    /** What the file reader says of a file as a whole, where this page has words of its own. */
    private static final List<String> OWN_WORDS = List.of("no_header", "no_items");

    private final RegisterDesk desk;
    private final RegisterReach reach;
    private final Enlisting enlisting;
    private final MemberTable table;
    private final ReturningLists returning;
    private final Ui ui;

    public RegisterListPage(
            RegisterDesk desk,
            RegisterReach reach,
            Enlisting enlisting,
            MemberTable table,
            ReturningLists returning,
            Ui ui) {
        this.desk = desk;
        this.reach = reach;
        this.enlisting = enlisting;
        this.table = table;
        this.returning = returning;
        this.ui = ui;
    }

    /** An Excel file by its ending .xlsx, else CSV. @param enter false to look only */
    @POST
    public Response upload(
            @RestPath String register, @RestForm("file") FileUpload file, @RestForm("enter") boolean enter)
            throws IOException {
        Register one = reach.register(register);
        try {
            if (file == null || file.size() == 0) {
                throw new Refused(RegisterRefusal.FILE_MISSING);
            }
            return take(one, file, enter);
        } catch (UnreadableFile e) {
            String why =
                    OWN_WORDS.contains(e.code()) ? ui.text("register_file_", e.code()) : NoteText.of(ui.getLang(), e);
            return refused(one, new Refused(RegisterRefusal.FILE_UNREADABLE, why));
        } catch (Refused e) {
            return refused(one, e);
        }
    }

    private Response refused(Register register, Refused refused) {
        return desk.page(refused.reason().status(), register, "", RegisterDesk.Told.refused(refused));
    }

    private Response take(Register register, FileUpload file, boolean enter) throws IOException, UnreadableFile {
        boolean excel = file.fileName().toLowerCase(Locale.ROOT).endsWith(".xlsx");
        Enlisting.Hand hand = reach.hand();
        Enlisting.Outcome outcome = enlisting.enlistAll(register, file.uploadedFile(), excel, enter, hand);
        boolean faulty = !outcome.faults().isEmpty();
        UUID kept = faulty
                ? returning.keep(
                        hand.principal(),
                        new ReturningLists.File(
                                excel,
                                table.marked(register, file.uploadedFile(), excel, outcome.faults(), ui.getLang())))
                : null;
        Map<Integer, Refused> first = new TreeMap<>();
        outcome.faults().entrySet().stream().limit(FIRST).forEach(e -> first.put(e.getKey(), e.getValue()));
        RegisterDesk.Told told = new RegisterDesk.Told(null, null, new RegisterDesk.Looked(outcome, kept, first));
        return desk.page(faulty && enter ? 400 : 200, register, "", told);
    }

    /** A list with the reasons beside its rows, for the account that sent it, for a day. */
    @GET
    @Path("{upload}")
    public Response returned(@RestPath String register, @RestPath UUID upload) {
        Register one = reach.register(register);
        ReturningLists.File file = returning
                .find(upload, reach.hand().principal())
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return file.excel()
                ? Download.of(file.bytes(), ListBook.MEDIA_TYPE, one.path() + "-returned.xlsx")
                : Download.of(file.bytes(), "text/csv; charset=UTF-8", one.path() + "-returned.csv");
    }
}
