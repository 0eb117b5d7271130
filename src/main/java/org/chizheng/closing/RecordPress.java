package org.chizheng.closing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Messages;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.PrintFonts;
import org.chizheng.common.document.TaggedSheet;
import org.chizheng.invigilation.GivenCommand;

/** Prints the record of a room: Chinese, with English below each heading. One at a time: the fonts are shared. */
@ApplicationScoped
class RecordPress {
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final float TITLE = 16;
    private static final float HEADING = 11;
    private static final float TEXT = 9;
    private static final float TABLE = 7.5f;

    /** The bytes of a record and how many pages it has. */
    record Printed(byte[] pdf, int pages) {}

    Printed print(RoomFacts facts, Instant at) {
        synchronized (PrintFonts.class) {
            return printed(facts, at);
        }
    }

    private static Printed printed(RoomFacts facts, Instant at) {
        try (TaggedSheet sheet = new TaggedSheet("考场记录 " + facts.session().centreZh() + " "
                + full(facts.session().startsAt()))) {
            sheet.heading(both("pdf_title"), TITLE);
            facts(sheet, facts, at);
            attendance(sheet, facts);
            incidents(sheet, facts);
            commands(sheet, facts);
            receipts(sheet, facts);
            staff(sheet, facts);
            sheet.paragraph(word("zh", "pdf_signed"), TEXT);
            sheet.paragraph(word("en", "pdf_signed"), TEXT);
            byte[] pdf = sheet.finish(facts.session().centreZh() + " "
                    + facts.session().room() + "  " + facts.session().id());
            return new Printed(pdf, sheet.pages());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void facts(TaggedSheet sheet, RoomFacts facts, Instant at) throws IOException {
        var session = facts.session();
        List<TaggedSheet.Column> columns = List.of(
                new TaggedSheet.Column(word("zh", "pdf_fact"), word("en", "pdf_fact"), 0.3f),
                new TaggedSheet.Column(word("zh", "pdf_value"), word("en", "pdf_value"), 0.7f));
        sheet.table(
                columns,
                List.of(
                        List.of(both("pdf_centre"), session.centreZh() + "  " + session.centreEn()),
                        List.of(both("pdf_room"), session.room()),
                        List.of(both("pdf_exam"), facts.title() + "  " + facts.titleEn()),
                        List.of(both("pdf_planned"), full(session.startsAt()) + "  (" + session.minutes() + " min)"),
                        List.of(both("pdf_started"), full(session.startedAt())),
                        List.of(
                                both("pdf_counts"),
                                facts.attendance().size() + " / " + facts.present() + " / " + facts.late() + " / "
                                        + facts.absent()),
                        List.of(both("pdf_commitment"), facts.commitment()),
                        List.of(both("pdf_public"), dash(facts.publicValue()) + "  " + full(facts.drawnAt())),
                        List.of(both("pdf_policy"), session.policy()),
                        List.of(both("pdf_made"), full(at))),
                TABLE);
    }

    private static void attendance(TaggedSheet sheet, RoomFacts facts) throws IOException {
        sheet.heading(both("pdf_attendance"), HEADING);
        sheet.table(
                columns("seat 0.08", "name 0.18", "ticket 0.18", "in 0.11", "began 0.11", "ended 0.11", "what 0.23"),
                facts.attendance().stream()
                        .map(line -> List.of(
                                dash(line.seat()),
                                line.name(),
                                line.ticket(),
                                time(line.checkedInAt()),
                                time(line.beganAt()),
                                time(line.closedAt()),
                                both("attendance_" + line.attendance().name())
                                        + (line.reason() == null
                                                        || line.attendance().sat()
                                                ? ""
                                                : "：" + line.reason())))
                        .toList(),
                TABLE);
    }

    private static void incidents(TaggedSheet sheet, RoomFacts facts) throws IOException {
        sheet.heading(both("pdf_incidents"), HEADING);
        if (facts.incidents().isEmpty()) {
            sheet.paragraph(both("pdf_none"), TEXT);
            return;
        }
        sheet.table(
                columns("at 0.11", "incident 0.41", "candidate 0.24", "credited 0.08", "signers 0.16"),
                facts.incidents().stream()
                        .map(one -> List.of(
                                time(one.at()),
                                Messages.get("zh", "incident_kind_" + one.kind()) + "：" + one.zh() + "  " + one.en(),
                                one.who() == null
                                        ? Messages.get("zh", "incident_whole_room") + " "
                                                + Messages.get("en", "incident_whole_room")
                                        : one.who(),
                                one.minutes() == null ? "–" : one.minutes() + " min",
                                String.join(
                                        "\n",
                                        one.signers().stream()
                                                .map(facts::account)
                                                .toList())))
                        .toList(),
                TABLE);
    }

    private static void commands(TaggedSheet sheet, RoomFacts facts) throws IOException {
        sheet.heading(both("pdf_commands"), HEADING);
        if (facts.commands().isEmpty()) {
            sheet.paragraph(both("pdf_none"), TEXT);
            return;
        }
        sheet.table(
                columns("at 0.11", "act 0.2", "ticket 0.18", "reason 0.35", "by 0.16"),
                facts.commands().stream()
                        .map(one -> List.of(
                                time(one.at()),
                                act(one),
                                one.tickets().isEmpty()
                                        ? Messages.get("zh", "incident_whole_room") + " (" + one.affected() + ")"
                                        : String.join("\n", one.tickets()),
                                one.reason(),
                                facts.account(one.actor())))
                        .toList(),
                TABLE);
    }

    private static void receipts(TaggedSheet sheet, RoomFacts facts) throws IOException {
        sheet.heading(both("pdf_receipts"), HEADING);
        sheet.table(
                columns("ticket 0.18", "receipt 0.22", "digest 0.6"),
                facts.attendance().stream()
                        .filter(line -> line.receipt() != null)
                        .map(line -> List.of(line.ticket(), line.receipt(), line.receiptDigest()))
                        .toList(),
                TABLE);
    }

    private static void staff(TaggedSheet sheet, RoomFacts facts) throws IOException {
        sheet.heading(both("pdf_staff"), HEADING);
        if (facts.staff().isEmpty()) {
            sheet.paragraph(both("pdf_nobody"), TEXT);
            return;
        }
        sheet.table(
                columns("name 0.4", "duty 0.6"),
                facts.staff().stream()
                        .map(one -> List.of(one.name(), both("duty_" + one.duty())))
                        .toList(),
                TABLE);
    }

    /** Names of messages with their share of the width. */
    private static List<TaggedSheet.Column> columns(String... columns) {
        return java.util.stream.Stream.of(columns)
                .map(column -> column.split(" "))
                .map(words -> new TaggedSheet.Column(
                        word("zh", "pdf_" + words[0]), word("en", "pdf_" + words[0]), Float.parseFloat(words[1])))
                .toList();
    }

    private static String act(GivenCommand command) {
        String more = command.minutes() != null
                ? " " + command.minutes() + " min"
                : command.seat() != null ? " → " + command.seat() : "";
        return both("act_" + command.act()) + more;
    }

    private static String both(String key) {
        return word("zh", key) + " " + word("en", key);
    }

    private static String word(String lang, String key) {
        return Messages.get(lang, "closing_" + key);
    }

    private static String dash(String text) {
        return text == null || text.isEmpty() ? "–" : text;
    }

    private static String full(Instant at) {
        return at == null ? "–" : FULL.format(at.atZone(OfficialClock.ZONE));
    }

    private static String time(Instant at) {
        return at == null ? "–" : TIME.format(at.atZone(OfficialClock.ZONE));
    }
}
