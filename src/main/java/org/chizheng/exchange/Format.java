package org.chizheng.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import org.chizheng.exchange.aiken.AikenReader;
import org.chizheng.exchange.gift.GiftReader;
import org.chizheng.exchange.gift.GiftWriter;
import org.chizheng.exchange.moodle.MoodleXmlReader;
import org.chizheng.exchange.moodle.MoodleXmlWriter;
import org.chizheng.exchange.qti.QtiReader;
import org.chizheng.exchange.qti.QtiWriter;
import org.chizheng.exchange.sheet.CsvReader;
import org.chizheng.exchange.sheet.CsvWriter;
import org.chizheng.exchange.sheet.ExcelReader;
import org.chizheng.exchange.sheet.ExcelWriter;
import org.chizheng.exchange.sheet.MarkedCsv;
import org.chizheng.exchange.sheet.MarkedWorkbook;

/** The formats of item files. One without a reader is not offered for import, one without a writer not for export; the first ending is that of what we write. */
public enum Format {
    EXCEL(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ExcelReader::new,
            ExcelWriter::new,
            MarkedWorkbook::new,
            ReadLimits.LARGEST_TABLE,
            "xlsx",
            "xlsm",
            "xls"),
    CSV("text/csv; charset=UTF-8", CsvReader::new, CsvWriter::new, MarkedCsv::new, ReadLimits.LARGEST_TABLE, "csv"),
    MOODLE("application/xml", MoodleXmlReader::new, MoodleXmlWriter::new, null, ReadLimits.LARGEST_FILE, "xml"),
    GIFT("text/plain; charset=UTF-8", GiftReader::new, GiftWriter::new, null, ReadLimits.LARGEST_FILE, "gift", "txt"),
    AIKEN("text/plain; charset=UTF-8", AikenReader::new, null, null, ReadLimits.LARGEST_FILE, "txt"),
    QTI("application/zip", QtiReader::new, QtiWriter::new, null, ReadLimits.LARGEST_FILE, "zip", "xml");

    private final String mediaType;
    private final Supplier<ItemReader> reader;
    private final Supplier<ItemWriter> writer;
    private final Supplier<Marking> marking;
    private final int largest;
    private final List<String> endings;

    /**
     * @param marking null for a format that cannot carry a remark beside an item
     * @param largest bytes of a file as it was sent
     */
    Format(
            String mediaType,
            Supplier<ItemReader> reader,
            Supplier<ItemWriter> writer,
            Supplier<Marking> marking,
            int largest,
            String... endings) {
        this.mediaType = mediaType;
        this.reader = reader;
        this.writer = writer;
        this.marking = marking;
        this.largest = largest;
        this.endings = List.of(endings);
    }

    /** The format that was chosen; otherwise the only one that the file's name can mean. */
    static Optional<Format> of(String chosen, String fileName) {
        Optional<Format> byName =
                readable().stream().filter(f -> f.name().equals(chosen)).findFirst();
        if (byName.isPresent()) {
            return byName;
        }
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        List<Format> fitting =
                readable().stream().filter(f -> f.endings.contains(ending)).toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    static List<Format> readable() {
        return Arrays.stream(values()).filter(f -> f.reader != null).toList();
    }

    static List<Format> writable() {
        return Arrays.stream(values()).filter(f -> f.writer != null).toList();
    }

    static List<String> names(List<Format> formats) {
        return formats.stream().map(Format::name).toList();
    }

    public ItemReader reader() {
        return reader.get();
    }

    public ItemWriter writer() {
        return writer.get();
    }

    Optional<Marking> marking() {
        return Optional.ofNullable(marking).map(Supplier::get);
    }

    /** Bytes of a file as it was sent; a larger one is refused. */
    int largest() {
        return largest;
    }

    String mediaType() {
        return mediaType;
    }

    String ending() {
        return endings.get(0);
    }

    /** What a browser's dialogue is to show of a folder. */
    public static String accepted() {
        return String.join(
                ",",
                readable().stream()
                        .flatMap(f -> f.endings.stream())
                        .map(ending -> "." + ending)
                        .distinct()
                        .toList());
    }
}
