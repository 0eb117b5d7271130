package org.chizheng.training.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.common.ListBook;
import org.chizheng.common.Messages;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.exchange.ExchangeRefusal;
import org.chizheng.exchange.NoteText;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.exchange.UploadLimit;
import org.chizheng.region.Regions;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Planned classes as Excel in the page's language, and lists of them that are sent. */
@RequestScoped
class ScheduleFiles {
    private static final List<String> OWN_WORDS = List.of("no_header", "no_items");
    private static final List<String> HEADS = List.of(
            "provider",
            "region",
            "qualification",
            "kind",
            "starts_on",
            "ends_on",
            "hours",
            "places",
            "all",
            "cancelled");
    private final ScheduleTable table;
    private final Qualifications qualifications;
    private final Regions regions;
    private final Ui ui;

    ScheduleFiles(ScheduleTable table, Qualifications qualifications, Regions regions, Ui ui) {
        this.table = table;
        this.qualifications = qualifications;
        this.regions = regions;
        this.ui = ui;
    }

    byte[] book(List<PlannedClass> classes) {
        List<List<Object>> rows = new ArrayList<>();
        for (PlannedClass one : classes) {
            QualificationView of = qualifications.get(one.qualification());
            List<Object> row = new ArrayList<>(List.of(
                    one.provider(),
                    regions.find(one.region())
                            .map(region -> ui.pick(region.zh(), region.en()))
                            .orElse(one.region()),
                    ui.pick(of.zh(), of.en()),
                    ui.text("training_kind_", one.kind()),
                    one.startsOn(),
                    one.endsOn(),
                    one.hours(),
                    one.places(),
                    one.all()));
            row.add(one.reason());
            rows.add(row);
        }
        return ListBook.of(
                ui.text("schedule_", "title"),
                HEADS.stream().map(head -> ui.text("schedule_", head)).toList(),
                rows);
    }

    /** @throws Refused FILE_MISSING, FILE_UNREADABLE or TOO_LARGE */
    List<ScheduleTable.Row> read(FileUpload file) {
        if (file == null || file.size() == 0) {
            throw new Refused(ScheduleRefusal.FILE_MISSING);
        }
        if (file.size() > UploadLimit.BYTES) {
            throw new Refused(ExchangeRefusal.TOO_LARGE, UploadLimit.MEGABYTES);
        }
        try {
            return table.read(
                    file.uploadedFile(),
                    file.fileName().toLowerCase(Locale.ROOT).endsWith(".xlsx"));
        } catch (UnreadableFile e) {
            String why = OWN_WORDS.contains(e.code())
                    ? Messages.get(ui.getLang(), "schedule_file_" + e.code())
                    : NoteText.of(ui.getLang(), e);
            throw new Refused(ScheduleRefusal.FILE_UNREADABLE, why);
        }
    }
}
