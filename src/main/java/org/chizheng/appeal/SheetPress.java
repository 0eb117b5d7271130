package org.chizheng.appeal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

import org.chizheng.common.PrintFonts;
import org.chizheng.common.document.TaggedSheet;
import org.chizheng.common.document.TaggedSheet.Column;
import org.chizheng.common.document.TaggedSheet.Words;

/** Prints result sheets 成绩单: tagged (PDF/UA-1), Chinese with English below it. One at a time: the fonts are shared. */
final class SheetPress {
    private static final float TITLE = 20;
    private static final float HEADING = 12;
    private static final float TEXT = 10;
    private static final float SCORE = 26;
    private static final float CODE = 104;

    private SheetPress() {}

    /** @param now printed as the time at which the sheet was as it says */
    static byte[] print(Printout printout, Instant now) {
        synchronized (PrintFonts.class) {
            try (TaggedSheet sheet = new TaggedSheet(
                    PrintWords.both("sheet_title") + " " + printout.lead().zh())) {
                head(sheet, printout);
                section(sheet, printout.sections().get(0));
                if (printout.chapters() != null) {
                    chapters(sheet, printout.chapters());
                }
                for (Printout.Section section :
                        printout.sections().subList(1, printout.sections().size())) {
                    section(sheet, section);
                }
                sheet.space(TEXT);
                sheet.paragraph(PrintWords.of("appeal_pdf_note", PrintWords.time(now)), TEXT - 1);
                return sheet.finish(printout.foot());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void section(TaggedSheet sheet, Printout.Section section) throws IOException {
        sheet.heading(PrintWords.both(section.heading()), HEADING);
        sheet.facts(columns("pdf_fact 0.3", "pdf_value 0.7"), section.facts(), TEXT);
    }

    private static void head(TaggedSheet sheet, Printout printout) throws IOException {
        if (printout.address() != null) {
            sheet.code(printout.address(), PrintWords.of("appeal_pdf_code"), CODE);
        }
        sheet.heading(PrintWords.both("sheet_title"), TITLE);
        sheet.paragraph(printout.lead(), TEXT + 1);
        sheet.space(TEXT);
        sheet.paragraph(printout.points() + "  " + PrintWords.both(printout.passed() ? "passed" : "failed"), SCORE);
        sheet.space(TEXT);
        for (Words note : printout.notes()) {
            sheet.paragraph(note, TEXT);
        }
    }

    private static void chapters(TaggedSheet sheet, List<List<Words>> chapters) throws IOException {
        sheet.heading(PrintWords.both("chapters"), HEADING);
        if (chapters.isEmpty()) {
            sheet.paragraph(PrintWords.of("appeal_no_chapters"), TEXT);
            return;
        }
        sheet.facts(columns("pdf_chapter 0.64", "pdf_right 0.18", "pdf_share 0.18"), chapters, TEXT);
        sheet.paragraph(PrintWords.of("appeal_chapters_help"), TEXT - 1);
    }

    /** Names of messages with their share of the width. */
    private static List<Column> columns(String... columns) {
        return List.of(columns).stream()
                .map(column -> column.split(" "))
                .map(parts -> {
                    Words head = PrintWords.of("appeal_" + parts[0]);
                    return new Column(head.zh(), head.en(), Float.parseFloat(parts[1]));
                })
                .toList();
    }
}
