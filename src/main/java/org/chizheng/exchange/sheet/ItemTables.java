package org.chizheng.exchange.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.Note;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.exchange.rule.Column;
import org.chizheng.exchange.rule.Headings;
import org.chizheng.exchange.rule.TypeName;

/** Finds the items in tables that people made: below their head, between titles, blank rows and remarks. */
final class ItemTables {
    /** Merged over several items they hold for each of them. */
    private static final Set<Column> SHARED =
            EnumSet.of(Column.TYPE, Column.CHAPTER, Column.DIFFICULTY, Column.LEVEL, Column.SOURCE);

    private static final Set<Column> SUBSTANCE = EnumSet.range(Column.STEM, Column.EXPLANATION);
    private final List<ExchangedItem> items = new ArrayList<>();
    private final List<Note> passedOver = new ArrayList<>();

    private ItemTables() {}

    /** @throws UnreadableFile no_header if no table has a head that tells stem and key, no_items if nothing stands below it */
    static List<ExchangedItem> read(List<Grid> grids) throws UnreadableFile {
        ItemTables tables = new ItemTables();
        boolean found = false;
        for (Grid grid : grids) {
            Optional<Head> head = Head.of(grid);
            found |= head.isPresent();
            head.ifPresent(columns -> tables.read(grid, columns));
        }
        if (!found) {
            throw new UnreadableFile("no_header", "");
        }
        if (tables.items.isEmpty()) {
            throw new UnreadableFile("no_items", "");
        }
        tables.tell();
        return tables.items;
    }

    private void read(Grid grid, Head head) {
        Map<String, String> shared = shared(grid, head);
        TypeName section = TypeName.NONE;
        for (Grid.Line line : grid.lines()) {
            if (line.number() <= head.row() || Headings.of(line.cells()).isPresent()) {
                continue;
            }
            String alone = alone(line);
            Optional<TypeName> heading = TypeName.heading(alone)
                    .filter(type -> head.columns().get(line.cells().firstKey()) != Column.TYPE);
            if (heading.isPresent()) {
                section = heading.get();
            } else if (isRemark(line, head, alone)) {
                tell(Note.lost("row_skipped", grid.place(line) + ": " + Texts.beginning(alone)));
            } else if (hasSubstance(line, head)) {
                items.add(new Row(texts(line, head, shared), section).item(grid.place(line), line, head));
                tell();
            }
        }
    }

    private static String alone(Grid.Line line) {
        return line.cells().size() == 1 ? line.cells().values().iterator().next() : "";
    }

    /** A word alone in a row that cannot be an item: outside of the stem's column, or by how it begins. */
    private static boolean isRemark(Grid.Line line, Head head, String alone) {
        if (alone.isEmpty()
                || line.cells().firstKey() == head.place(Column.STEM)
                        && !alone.matches("(?s)(注|备注|说明|附注|※|共\\s*\\d+|[Nn]ote).*")) {
            return false;
        }
        return !alone.matches("[\\d.、]+") && head.columns().get(line.cells().firstKey()) != Column.KEY;
    }

    /** Rows that were only numbered, or filled with a type beforehand, hold no item. */
    private static boolean hasSubstance(Grid.Line line, Head head) {
        return Stream.concat(line.faults().keySet().stream(), line.cells().keySet().stream())
                .anyMatch(place -> SUBSTANCE.contains(head.columns().get(place)));
    }

    private static Map<Column, String> texts(Grid.Line line, Head head, Map<String, String> shared) {
        Map<Column, String> texts = new EnumMap<>(Column.class);
        head.columns().forEach((place, column) -> {
            String own = line.cells().get(place);
            String text = own == null ? shared.get(line.number() + ":" + place) : own;
            if (text != null) {
                texts.put(column, text);
            }
        });
        return texts;
    }

    private static Map<String, String> shared(Grid grid, Head head) {
        Map<Integer, Grid.Line> lines = new HashMap<>();
        grid.lines().forEach(line -> lines.put(line.number(), line));
        Map<String, String> texts = new HashMap<>();
        for (Grid.Merged merged : grid.merged()) {
            Grid.Line first = lines.get(merged.firstRow());
            if (first != null && SHARED.contains(head.columns().get(merged.column()))) {
                String text = first.cells().get(merged.column());
                int last = Math.min(merged.lastRow(), merged.firstRow() + ExcelBook.MOST_ROWS);
                for (int row = merged.firstRow() + 1; text != null && row <= last; row++) {
                    texts.put(row + ":" + merged.column(), text);
                }
            }
        }
        return texts;
    }

    private void tell(Note note) {
        passedOver.add(note);
        if (!items.isEmpty()) {
            tell();
        }
    }

    /** What was passed over is told with the item before it, or the first one. */
    private void tell() {
        if (!passedOver.isEmpty()) {
            ExchangedItem last = items.remove(items.size() - 1);
            List<Note> notes = new ArrayList<>(last.notes());
            notes.addAll(passedOver);
            passedOver.clear();
            items.add(last.with(notes));
        }
    }
}
