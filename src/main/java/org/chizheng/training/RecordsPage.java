package org.chizheng.training;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.ListBook;
import org.chizheng.common.Messages;
import org.chizheng.common.OfficialClock;
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
import org.chizheng.training.rule.DayText;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The trainings of a provider, or of an enterprise by itself: seen, recorded one by one or as a list. */
@jakarta.ws.rs.Path("/training/records/{by}/{id}")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.REGULATOR, Roles.EMPLOYER})
public class RecordsPage {
    private static final int SHOWN = 200;
    private static final List<String> OWN_WORDS = List.of("no_header", "no_items");
    private final Trainings trainings;
    private final Providers providers;
    private final RecordingTraining recording;
    private final TrainingTable table;
    private final ReturningLists returning;
    private final TrainingLists lists;
    private final TrainingReach reach;
    private final Qualifications qualifications;
    private final CurrentUser user;
    private final OfficialClock clock;
    private final Ui ui;

    public RecordsPage(
            Trainings trainings,
            Providers providers,
            RecordingTraining recording,
            TrainingTable table,
            ReturningLists returning,
            TrainingLists lists,
            TrainingReach reach,
            Qualifications qualifications,
            CurrentUser user,
            OfficialClock clock,
            Ui ui) {
        this.trainings = trainings;
        this.providers = providers;
        this.recording = recording;
        this.table = table;
        this.returning = returning;
        this.lists = lists;
        this.reach = reach;
        this.qualifications = qualifications;
        this.user = user;
        this.clock = clock;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "training", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance records(
                TrainingReach.Desk desk,
                List<TrainingView> records,
                List<TrainerView> trainers,
                Told told,
                Limits limits,
                Qualifications qualifications,
                List<String> kinds,
                LocalDate today);
    }

    /** What a form brought: rows that were recorded, a refusal, or a list that was refused with the first reasons; each may be null. */
    public record Told(Integer recorded, Refused refused, Returned returned) {
        static final Told NOTHING = new Told(null, null, null);
    }

    /** faults: by number of the row, the first of them; all stand in the file. */
    public record Returned(UUID file, int faults, int rows, Map<Integer, Refused> first) {}

    /** What the form tells of a file before it is sent. */
    public record Limits(long bytes, int megabytes, int rows) {
        static final Limits OF_LISTS =
                new Limits(UploadLimit.BYTES, UploadLimit.MEGABYTES, RecordingTraining.MOST_ROWS);
    }

    /** recorded: how many rows a list had that was just taken; refused: the name of a refusal that was met before the file was taken. */
    @GET
    public Response look(
            @RestPath String by, @RestPath UUID id, @RestQuery Integer recorded, @RestQuery String refused) {
        TrainingReach.Desk desk = reach.read(by, id);
        return ExchangeRefusal.TOO_LARGE.name().equals(refused)
                ? refused(desk, new Refused(ExchangeRefusal.TOO_LARGE, UploadLimit.MEGABYTES))
                : page(desk, 200, recorded == null ? Told.NOTHING : new Told(recorded, null, null));
    }

    private Response page(TrainingReach.Desk desk, int status, Told told) {
        List<TrainerView> trainers = desk.source().provider() == null ? List.of() : providers.trainers(desk.id());
        return Pages.of(
                status,
                Templates.records(
                        desk,
                        trainings.of(desk.source(), SHOWN),
                        trainers,
                        told,
                        Limits.OF_LISTS,
                        qualifications,
                        TrainingKinds.ALL,
                        clock.today()));
    }

    private Response refused(TrainingReach.Desk desk, Refused refused) {
        return page(desk, refused.reason().status(), new Told(null, refused, null));
    }

    @GET
    @jakarta.ws.rs.Path("file")
    public Response file(@RestPath String by, @RestPath UUID id) {
        TrainingReach.Desk desk = reach.read(by, id);
        return Download.of(lists.records(desk.source()), ListBook.MEDIA_TYPE, "training.xlsx");
    }

    @GET
    @jakarta.ws.rs.Path("template")
    public Response template(@RestPath String by, @RestPath UUID id) {
        reach.read(by, id);
        return Download.of(table.template(ui.getLang()), ListBook.MEDIA_TYPE, "training-list.xlsx");
    }

    @POST
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.EMPLOYER})
    public Response record(
            @RestPath String by,
            @RestPath UUID id,
            @RestForm String name,
            @RestForm String idNumber,
            @RestForm String qualification,
            @RestForm String kind,
            @RestForm Integer hours,
            @RestForm String startedOn,
            @RestForm String endedOn,
            @RestForm String content,
            @RestForm boolean passed,
            @RestForm String trainer) {
        TrainingReach.Desk desk = reach.keep(by, id);
        TrainingForm form = new TrainingForm(
                name, idNumber, qualification, kind, hours, day(startedOn), day(endedOn), content, passed, trainer, "");
        try {
            recording.record(desk.source(), form, user.principal());
        } catch (Refused refused) {
            return refused(desk, refused);
        }
        return to(desk, 1);
    }

    private static LocalDate day(String text) {
        return DayText.parse(text == null ? "" : text, false).orElse(null);
    }

    /** An Excel file by its ending .xlsx, else CSV. */
    @POST
    @jakarta.ws.rs.Path("upload")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.EMPLOYER})
    public Response upload(@RestPath String by, @RestPath UUID id, @RestForm("file") FileUpload file)
            throws IOException {
        TrainingReach.Desk desk = reach.keep(by, id);
        if (file == null || file.size() == 0) {
            return refused(desk, new Refused(TrainingRefusal.FILE_MISSING));
        }
        if (file.size() > UploadLimit.BYTES) {
            return refused(desk, new Refused(ExchangeRefusal.TOO_LARGE, UploadLimit.MEGABYTES));
        }
        boolean excel = file.fileName().toLowerCase(Locale.ROOT).endsWith(".xlsx");
        try {
            return take(desk, file.uploadedFile(), excel);
        } catch (UnreadableFile e) {
            String why = OWN_WORDS.contains(e.code())
                    ? Messages.get(ui.getLang(), "training_file_" + e.code())
                    : NoteText.of(ui.getLang(), e);
            return refused(desk, new Refused(TrainingRefusal.FILE_UNREADABLE, why));
        } catch (Refused e) {
            return refused(desk, e);
        }
    }

    private Response take(TrainingReach.Desk desk, Path file, boolean excel) throws IOException, UnreadableFile {
        RecordingTraining.Outcome outcome = recording.recordAll(desk.source(), file, excel, user.principal());
        if (outcome.faults().isEmpty()) {
            return to(desk, outcome.rows());
        }
        byte[] marked = table.marked(file, excel, outcome.faults(), ui.getLang());
        UUID kept = returning.keep(user.principal(), new ReturningLists.File(excel, marked));
        return page(desk, 400, new Told(null, null, TrainingLists.returned(kept, outcome)));
    }

    private static Response to(TrainingReach.Desk desk, int recorded) {
        return Response.seeOther(
                        URI.create("/training/records/" + desk.by() + "/" + desk.id() + "?recorded=" + recorded))
                .build();
    }
}
