package org.chizheng.practical;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** The assessors' sheets and what was tapped on them. */
@ApplicationScoped
public class Sheets {
    private static final String LAST = """
            SELECT DISTINCT ON (step_id) step_id, answer FROM practical_tap WHERE sheet_id = ? ORDER BY step_id, sequence DESC""";
    private static final Sql.Row<SheetView> SHEET = row -> new SheetView(
            row.getObject("id", UUID.class),
            row.getObject("candidate_id", UUID.class),
            row.getInt("place"),
            row.getString("assessor"),
            row.getObject("person_id", UUID.class),
            row.getInt("epoch"),
            Sql.instant(row, "signed_at"),
            row.getObject("points", Integer.class),
            row.getObject("vetoed", Boolean.class));
    private final Sql sql;

    public Sheets(Sql sql) {
        this.sql = sql;
    }

    /** A tap that arrived. */
    record Tap(UUID step, String answer) {}

    /** Who opened a sheet and what became of it: signed, released with a reason, or neither yet. */
    public record Place(
            int place,
            String assessor,
            Instant openedAt,
            Instant signedAt,
            Instant releasedAt,
            String releasedBy,
            String reason) {
        /** Nothing is signed yet, so that it can be released. */
        public boolean isOpen() {
            return signedAt == null && releasedAt == null;
        }
    }

    /** A photo of a sheet. */
    public record Photo(UUID id, UUID sheet, int place) {}

    /** In the order of their places, without those that were released. */
    public List<SheetView> ofCandidate(UUID candidate) {
        return sql.list(
                "SELECT * FROM practical_sheet WHERE candidate_id = ? AND released_at IS NULL ORDER BY place",
                SHEET,
                candidate);
    }

    /** All that were ever opened for a candidate, in their order, those that were released too. */
    public List<Place> places(UUID candidate) {
        return sql.list(
                "SELECT * FROM practical_sheet WHERE candidate_id = ? ORDER BY opened_at, place",
                row -> new Place(
                        row.getInt("place"),
                        row.getString("assessor"),
                        Sql.instant(row, "opened_at"),
                        Sql.instant(row, "signed_at"),
                        Sql.instant(row, "released_at"),
                        row.getString("released_by"),
                        row.getString("release_reason")),
                candidate);
    }

    /** Whether the place of this account, or of this person under another one, was released. @param person or null */
    boolean wasReleased(UUID candidate, String assessor, UUID person) {
        return sql.first(
                        "SELECT 1 FROM practical_sheet WHERE candidate_id = ? AND released_at IS NOT NULL AND (assessor = ? OR person_id = ?)",
                        row -> true,
                        candidate,
                        assessor,
                        person)
                .isPresent();
    }

    public Optional<SheetView> of(UUID candidate, String assessor) {
        return ofCandidate(candidate).stream()
                .filter(sheet -> sheet.assessor().equals(assessor))
                .findFirst();
    }

    /** What counts so far, by step; a step whose mark was taken back is missing. */
    Map<UUID, String> answers(UUID sheet) {
        return sql.list(LAST, row -> new Tap(row.getObject(1, UUID.class), row.getString(2)), sheet).stream()
                .filter(tap -> !tap.answer().isEmpty())
                .collect(Collectors.toMap(Tap::step, Tap::answer));
    }

    int nextSequence(UUID sheet) {
        return sql.first(
                        "SELECT COALESCE(max(sequence), 0) + 1 FROM practical_tap WHERE sheet_id = ?",
                        row -> row.getInt(1),
                        sheet)
                .orElseThrow();
    }

    /** Photos of all sheets of a candidate, as they came. */
    public List<Photo> photos(UUID candidate) {
        return sql.list(
                "SELECT f.id, f.sheet_id, s.place FROM practical_photo f JOIN practical_sheet s ON s.id = f.sheet_id WHERE s.candidate_id = ? ORDER BY f.received_at, f.id",
                row -> new Photo(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3)),
                candidate);
    }
}
