package org.chizheng.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Messages;
import org.chizheng.exchange.sheet.CsvWriter;

/** What became of each item of a run: page by page to look at, or all of it as a file. */
@ApplicationScoped
class ImportReports {
    private static final Set<String> OUTCOMES = Set.of("OK", "CHANGED", "LOST", "REFUSED", "UNTOLD");
    private static final List<String> COLUMNS =
            List.of("place", "reference", "code", "outcome", "bank_type", "bank_level", "bank_stem", "said");
    private final ImportRuns runs;

    ImportReports(ImportRuns runs) {
        this.runs = runs;
    }

    /** @param outcome anything but an outcome asks for all; page: anything but a number of a page for the nearest one */
    ImportReport page(ImportRun run, String outcome, String page, String lang) {
        String asked = outcome != null && OUTCOMES.contains(outcome) ? outcome : "";
        int rows = runs.outcomes(run.id()).entrySet().stream()
                .filter(entry -> asked.isEmpty() || entry.getKey().equals(asked))
                .mapToInt(entry -> entry.getValue())
                .sum();
        int pages = Math.max(1, (rows + ImportRuns.PAGE_SIZE - 1) / ImportRuns.PAGE_SIZE);
        int number = page != null && page.matches("[1-9]\\d{0,4}") ? Math.min(Integer.parseInt(page), pages) : 1;
        return new ImportReport(
                runs.page(run.id(), asked, number).stream()
                        .map(item -> ImportReport.row(item, lang))
                        .toList(),
                asked,
                number,
                pages,
                ImportReport.notes(run.summary().notes(), lang),
                ImportReport.findings(run.summary().findings(), lang),
                ImportReport.letters(run.summary().keys()));
    }

    /** A table of all items, as CSV that spreadsheets open: where each stands in its file, what became of it and why. */
    byte[] file(ImportRun run, String lang) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Stream<List<String>> rows = runs.all(run.id()).stream()
                .map(item -> ImportReport.row(item, lang))
                .map(row -> cells(row, lang));
        try {
            CsvWriter.table(Stream.concat(Stream.of(heads(lang)), rows).toList(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<String> heads(String lang) {
        return COLUMNS.stream()
                .map(name -> Messages.get(lang, name.startsWith("bank_") ? name : "exchange_" + name))
                .toList();
    }

    private static List<String> cells(ImportReport.Row row, String lang) {
        Stream<String> notes = row.notes().stream()
                .map(note -> Messages.get(lang, "exchange_outcome_" + note.kind()) + ": " + note.text());
        Stream<String> findings =
                row.findings().stream().map(text -> Messages.get(lang, "exchange_check") + ": " + text);
        return List.of(
                row.place(),
                row.reference(),
                row.code(),
                Messages.get(lang, "exchange_outcome_" + row.outcome()),
                named(lang, "bank_type_", row.type()),
                named(lang, "bank_level_", row.level()),
                row.stem(),
                String.join("\n", Stream.concat(notes, findings).toList()));
    }

    private static String named(String lang, String prefix, String name) {
        return name.isEmpty() ? "" : Messages.get(lang, prefix + name);
    }
}
