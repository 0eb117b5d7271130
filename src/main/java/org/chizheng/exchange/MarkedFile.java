package org.chizheng.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Messages;

/** The uploaded file as its author gets it back, with what became of each row. */
@ApplicationScoped
class MarkedFile {
    private final ImportRuns runs;

    MarkedFile(ImportRuns runs) {
        this.runs = runs;
    }

    /** @return nothing when the run has ended, or its format cannot carry remarks */
    Optional<byte[]> of(ImportRun run, String lang) {
        Optional<Marking> marking = Format.valueOf(run.format()).marking();
        Optional<byte[]> bytes = runs.file(run.id());
        if (marking.isEmpty() || bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = Files.createTempFile("import", ".bin");
            try {
                Files.write(file, bytes.get());
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                marking.get().mark(file, marks(run, lang), Messages.get(lang, "exchange_column_RESULT"), out);
                return Optional.of(out.toByteArray());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableFile e) {
            // It was read when it came, and has not changed since.
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Marking.Mark> marks(ImportRun run, String lang) {
        Map<String, Marking.Mark> marks = new HashMap<>();
        for (ImportRuns.Staged item : runs.all(run.id())) {
            String outcome = item.outcome();
            String text = item.notes().stream()
                    .map(note -> Messages.get(lang, "exchange_outcome_" + note.kind()) + ": " + NoteText.of(lang, note))
                    .collect(Collectors.joining("\n"));
            marks.put(
                    item.place(),
                    outcome.equals("OK")
                            ? new Marking.Mark(null, Messages.get(lang, "exchange_outcome_OK"))
                            : new Marking.Mark(Note.Kind.valueOf(outcome), text));
        }
        return marks;
    }
}
