package org.chizheng.exchange.sheet;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.ItemReader;
import org.chizheng.exchange.Note;
import org.chizheng.exchange.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files that are not what they seem are refused with a reason, in time and memory that a good file may take. */
@Timeout(30)
class HostileFilesTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String[] GOOD = {"题干|答案", "问|对"};

    private static void refused(ItemReader reader, Path file, String code) {
        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static void refused(Path file, String code) {
        refused(new ExcelReader(), file, code);
    }

    @Test
    void aPartThatInflatesWithoutEndIsNotInflated() throws IOException {
        refused(changed(SHEET, out -> write(out, 80)), "too_large_inside");
        refused(changed("docProps/app.xml", out -> write(out, 10)), "too_large_inside");
    }

    private static void write(OutputStream out, int megabytes) throws IOException {
        byte[] zeros = new byte[1 << 20];
        for (int i = 0; i < megabytes; i++) {
            out.write(zeros);
        }
    }

    @Test
    void thousandsOfPartsAreRefused() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (int i = 0; i < 2100; i++) {
            parts.put("xl/p" + i + ".xml", new byte[1]);
        }
        refused(Books.parts(parts), "too_large_inside");
    }

    @Test
    void entitiesAreRefusedWhereverTheyAreDefined() throws IOException {
        String laughs = "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>";
        refused(inserted(SHEET, "<worksheet", laughs), "entities");
        refused(inserted("xl/workbook.xml", "<workbook", laughs), "entities");
        refused(inserted(SHEET, "<worksheet", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">"), "entities");
        Path wide = changed(
                SHEET,
                out -> out.write(("\ufeff<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + laughs + "<l>&b;</l>")
                        .getBytes(UTF_16LE)));
        refused(wide, "damaged");
    }

    @Test
    void aMillionRowsAreRefused() throws IOException {
        Path file = changed(SHEET, out -> {
            out.write(start().getBytes(UTF_8));
            for (int i = 1; i <= 1_000_000; i++) {
                out.write("<row><c t=\"b\"><v>1</v></c></row>".getBytes(UTF_8));
            }
            out.write("</sheetData></worksheet>".getBytes(UTF_8));
        });
        refused(file, "too_many_rows");
        StringBuilder csv = new StringBuilder("题干,答案\n");
        for (int i = 0; i < 100_000; i++) {
            csv.append("问").append(i).append(",对\n");
        }
        refused(new CsvReader(), Books.bytes(".csv", csv.toString().getBytes(UTF_8)), "too_many_rows");
    }

    private static String start() {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
    }

    @Test
    void aCellOfAHundredMegabytesIsRefusedAndASmallerOneOnlyItsRow() throws Exception {
        refused(inserted(SHEET, "<sheetData>", "<!--" + "x".repeat(100 << 20) + "-->"), "too_large_inside");
        String huge = start()
                + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>题干</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>答案</t></is></c></row>"
                + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>" + "长".repeat(5 << 20)
                + "</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>对</t></is></c></row></sheetData></worksheet>";
        ExchangedItem item = new ExcelReader()
                .read(changed(SHEET, out -> out.write(huge.getBytes(UTF_8))))
                .get(0);
        assertThat(item.notes()).extracting(Note::code).contains("text_too_long");
        assertThat(item.draft().stem().length()).isLessThan(40_000);
    }

    @Test
    void macrosLinksAndPasswordsAreRefusedByName() throws IOException {
        refused(added("xl/vbaProject.bin"), "macros");
        refused(
                inserted(
                        "[Content_Types].xml",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                        true),
                "macros");
        refused(added("xl/externalLinks/externalLink1.xml"), "external_links");
        refused(added("xl/connections.xml"), "external_links");
        refused(added("xl/embeddings/oleObject1.bin"), "external_links");
        byte[] ole = new byte[4096];
        System.arraycopy(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, 0, ole, 0, 4);
        refused(Books.bytes(".xls", ole), "old_xls");
        byte[] name = "EncryptedPackage".getBytes(UTF_16LE);
        System.arraycopy(name, 0, ole, 1024, name.length);
        refused(Books.bytes(".xlsx", ole), "encrypted");
    }

    @Test
    void contentThatIsNotWhatTheNameSaysIsRefused() throws IOException {
        refused(Books.bytes(".xlsx", "题干,答案\n问,对\n".getBytes(UTF_8)), "not_xlsx");
        refused(Books.bytes(".xlsx", new byte[0]), "not_xlsx");
        refused(Books.bytes(".xlsx", "PK\u0003\u0004 and no more".getBytes(UTF_8)), "damaged");
        refused(Books.parts(Map.of("hello.txt", new byte[] {1})), "damaged");
        refused(new CsvReader(), Books.of(GOOD), "not_text");
        refused(new CsvReader(), Books.bytes(".csv", new byte[] {'a', ',', 0, 'b', 0, 0, 0, 'x'}), "not_text");
        refused(
                new CsvReader(),
                Books.bytes(".csv", new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff}),
                "bad_encoding");
        refused(new CsvReader(), Books.bytes(".csv", new byte[0]), "no_header");
        refused(new CsvReader(), Books.bytes(".csv", "题干,答案\n\"问,对\n".getBytes(UTF_8)), "damaged");
    }

    @Test
    void aDamagedFileIsNeverMoreThanAFileThatCannotBeRead() throws IOException {
        byte[] good = Files.readAllBytes(Books.of("题干|选项A|选项B|选项C|答案", "问|甲|乙|丙|A"));
        Random random = new Random(1);
        int read = 0;
        for (int i = 0; i < 300; i++) {
            byte[] bad = good.clone();
            for (int k = 0; k < 4; k++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            try {
                new ExcelReader().read(Books.bytes(".xlsx", i % 10 == 0 ? Arrays.copyOf(bad, bad.length / 2) : bad));
                read++;
            } catch (UnreadableFile e) {
                assertThat(e.code()).isNotEmpty();
            }
        }
        assertThat(read).isLessThan(300);
    }

    /** Writes a part. */
    private interface Part {
        void write(OutputStream out) throws IOException;
    }

    private static Path changed(String name, Part part) throws IOException {
        Path good = Books.of(GOOD);
        Path bad = Files.createTempFile(Path.of("target"), "bad", ".xlsx");
        try (ZipFile zip = new ZipFile(good.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bad))) {
            for (var entry : zip.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(name)) {
                    part.write(out);
                } else {
                    zip.getInputStream(entry).transferTo(out);
                }
                out.closeEntry();
            }
            if (zip.getEntry(name) == null) {
                out.putNextEntry(new ZipEntry(name));
                part.write(out);
            }
        }
        return bad;
    }

    private static Path added(String name) throws IOException {
        return changed(name, out -> out.write(1));
    }

    private static Path inserted(String name, String before, String text) throws IOException {
        return inserted(name, before, text + before, true);
    }

    private static Path inserted(String name, String old, String text, boolean replacing) throws IOException {
        try (ZipFile zip = new ZipFile(Books.of(GOOD).toFile())) {
            String part = new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), UTF_8);
            assertThat(part.contains(old)).isEqualTo(replacing);
            return changed(name, out -> out.write(part.replace(old, text).getBytes(UTF_8)));
        }
    }
}
