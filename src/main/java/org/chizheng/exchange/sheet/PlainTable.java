package org.chizheng.exchange.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.chizheng.exchange.Note;
import org.chizheng.exchange.UnreadableFile;

/**
 * A table of anything, from Excel or CSV, by the words of its head: for lists that hold no items. What is true of files of items holds here too: sizes are measured
 * before anything is believed, formulas are refused, encodings are told by strict decoders.
 */
public final class PlainTable {
    private static final char[] DELIMITERS = {',', ';', '\t'};
    private final Map<String, List<String>> heads;
    private final Set<String> needed;
    private final int mostRows;

    /** @param heads for each column's name the words by which a head may call it; spaces, case and remarks in brackets do not matter */
    public PlainTable(Map<String, List<String>> heads) {
        this(heads, Map.of());
    }

    /** @param optional columns that may be missing */
    public PlainTable(Map<String, List<String>> heads, Map<String, List<String>> optional) {
        Map<String, List<String>> tidy = new LinkedHashMap<>();
        Stream.of(heads, optional)
                .forEach(some -> some.forEach((column, words) ->
                        tidy.put(column, words.stream().map(PlainTable::tidy).toList())));
        this.heads = tidy;
        needed = Set.copyOf(heads.keySet());
        mostRows = ExcelBook.MOST_ROWS;
    }

    private PlainTable(PlainTable like, int mostRows) {
        heads = like.heads;
        needed = like.needed;
        this.mostRows = mostRows;
    }

    /** The same table with room for another number of rows. */
    public PlainTable upTo(int rows) {
        return new PlainTable(this, rows);
    }

    /**
     * One row below the head.
     *
     * @param number from 1, as a spreadsheet counts
     * @param texts by column, blank ones left out
     * @param formulas columns whose cell is a formula, a date or too long to be read
     * @param dates those of them whose cell is a date
     */
    public record Line(int number, Map<String, String> texts, List<String> formulas, List<String> dates) {
        public String text(String column) {
            return texts.getOrDefault(column, "");
        }
    }

    /**
     * What is written beside a row.
     *
     * @param worst shades the cells: null plain, REFUSED red, else amber; in CSV nothing is shaded
     * @param cells as many as there are headings
     */
    public record Beside(Note.Kind worst, List<String> cells) {}

    /** Where the table stands. text: of a CSV file, else null. */
    record Place(Grid grid, Grid.Line head, Map<Integer, String> columns, String text, char delimiter) {
        /** Where columns are added: where they stand already, from an earlier answer, or behind all others. */
        int free(String heading) {
            return head.cells().entrySet().stream()
                    .filter(cell -> cell.getValue().equals(heading))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(grid.lastColumn() + 1);
        }
    }

    /** @throws UnreadableFile no_header if no table has a head with all columns, too_many_rows, or what is wrong with the file */
    public List<Line> read(Path file, boolean excel) throws UnreadableFile {
        return below(place(file, excel));
    }

    /**
     * The same file with columns added to its table.
     *
     * @param besides by number of the row
     * @throws UnreadableFile as when it is read
     */
    public void answer(Path file, boolean excel, List<String> headings, Map<Integer, Beside> besides, OutputStream out)
            throws IOException, UnreadableFile {
        Place place = place(file, excel);
        if (excel) {
            TableAnswers.excel(file, place, headings, besides, out);
        } else {
            TableAnswers.csv(place, headings, besides, out);
        }
    }

    private Place place(Path file, boolean excel) throws UnreadableFile {
        return (excel ? excel(file) : csv(file)).orElseThrow(() -> new UnreadableFile("no_header", ""));
    }

    private Optional<Place> excel(Path file) throws UnreadableFile {
        for (Grid grid : ExcelBook.read(file, mostRows)) {
            Optional<Place> place = place(grid, null, ',');
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    /** The first of the readings under which the head is found. */
    private Optional<Place> csv(Path file) throws UnreadableFile {
        for (String text : CsvText.decoded(file)) {
            for (char delimiter : DELIMITERS) {
                if (place(CsvTable.beginning(text, delimiter), text, delimiter).isPresent()) {
                    Grid grid = CsvTable.grid(text, delimiter, mostRows);
                    if (grid.lines().size() > mostRows) {
                        throw new UnreadableFile("too_many_rows", String.valueOf(mostRows));
                    }
                    return place(grid, text, delimiter);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Place> place(Grid grid, String text, char delimiter) {
        for (Grid.Line head : grid.lines()) {
            Map<Integer, String> columns = columns(head);
            if (head.number() <= Head.LAST_ROW && columns.values().containsAll(needed)) {
                return Optional.of(new Place(grid, head, columns, text, delimiter));
            }
        }
        return Optional.empty();
    }

    private Map<Integer, String> columns(Grid.Line line) {
        Map<Integer, String> found = new HashMap<>();
        line.cells()
                .forEach((place, text) -> heads.forEach((column, words) -> {
                    if (words.contains(tidy(text)) && !found.containsValue(column)) {
                        found.put(place, column);
                    }
                }));
        return found;
    }

    private static List<Line> below(Place place) {
        List<Line> lines = new ArrayList<>();
        Map<Integer, String> columns = place.columns();
        for (Grid.Line line : place.grid().lines()) {
            Map<String, String> texts = new HashMap<>();
            columns.forEach((at, column) -> {
                String text = line.cells().get(at);
                if (text != null) {
                    texts.put(column, text.strip());
                }
            });
            List<String> formulas = line.faults().keySet().stream()
                    .map(columns::get)
                    .filter(Objects::nonNull)
                    .toList();
            List<String> dates = line.faults().entrySet().stream()
                    .filter(fault -> "date_cell".equals(fault.getValue().code()))
                    .map(fault -> columns.get(fault.getKey()))
                    .filter(Objects::nonNull)
                    .toList();
            if (line.number() > place.head().number() && !(texts.isEmpty() && formulas.isEmpty())) {
                lines.add(new Line(line.number(), texts, formulas, dates));
            }
        }
        return lines;
    }

    private static String tidy(String words) {
        return words.replaceAll("[（(\\[【][^）)\\]】]*[）)\\]】]", "")
                .replaceAll("[\\s　*＊:：_]", "")
                .toLowerCase(Locale.ROOT);
    }
}
