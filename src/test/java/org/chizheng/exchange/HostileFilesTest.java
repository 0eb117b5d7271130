package org.chizheng.exchange;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.chizheng.exchange.aiken.AikenReader;
import org.chizheng.exchange.gift.GiftReader;
import org.chizheng.exchange.moodle.MoodleXmlReader;
import org.chizheng.exchange.qti.QtiReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that want to do harm are refused with a reason, soon and without filling the memory. */
class HostileFilesTest {
    private static final String MANIFEST =
            "<manifest><resources><resource type=\"imsqti_item_xmlv3p0\" href=\"a.xml\"/></resources></manifest>";

    @Test
    void aDocumentTypeIsRefusedWhateverItDeclares() {
        assertBothRefused("<!DOCTYPE quiz SYSTEM \"file:///etc/passwd\"><quiz/>", "DOCTYPE");
        assertBothRefused("<!DOCTYPE quiz [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><quiz>&x;</quiz>", "DOCTYPE");
        assertBothRefused("<!DOCTYPE quiz [<!ENTITY % x SYSTEM \"http://127.0.0.1:9/x\"> %x;]><quiz/>", "DOCTYPE");
        StringBuilder laughs = new StringBuilder("<!DOCTYPE quiz [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        assertBothRefused(laughs + "]><quiz>&a29;</quiz>", "DOCTYPE");
    }

    @Test
    void entitiesAndInclusionsAreRefused() {
        assertThatCode(new MoodleXmlReader(), "<quiz>&secret;</quiz>").isIn("ENTITY", "NOT_XML");
        assertBothRefused(
                "<quiz xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"/etc/passwd\" parse=\"text\"/></quiz>",
                "INCLUSION");
    }

    @Test
    void aSchemaLocationIsNotFollowed() throws UnreadableFile {
        String quiz =
                "<quiz xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\"http://127.0.0.1:9/x.xsd\">"
                        + "<question type=\"essay\"/></quiz>";
        assertThat(Written.read(new MoodleXmlReader(), quiz)).hasSize(1);
    }

    @Test
    void xmlThatIsTooDeepOrTooBroadIsRefused() {
        assertBothRefused(
                "<quiz>".repeat(ReadLimits.DEEPEST + 1) + "</quiz>".repeat(ReadLimits.DEEPEST + 1), "TOO_DEEP");
        assertBothRefused("<quiz>" + "<a/>".repeat(ReadLimits.MOST_ELEMENTS) + "</quiz>", "TOO_MANY_ELEMENTS");
        StringBuilder attributes = new StringBuilder("<quiz");
        for (int i = 0; i <= ReadLimits.MOST_ATTRIBUTES; i++) {
            attributes.append(" a").append(i).append("=\"\"");
        }
        assertBothRefused(attributes + "/>", "TOO_MANY_ATTRIBUTES");
        assertBothRefused("<quiz>" + "x".repeat(ReadLimits.LARGEST_ENTRY + 1) + "</quiz>", "TOO_LONG");
        assertBothRefused("<quiz><question></quiz>", "NOT_XML");
        assertBothRefused("no XML", "NOT_XML");
    }

    @Test
    void moreItemsThanABankHasAreRefused() {
        String question = "<question type=\"essay\"/>";
        assertRefused(
                new MoodleXmlReader(),
                "<quiz>" + question.repeat(ReadLimits.MOST_ITEMS + 1) + "</quiz>",
                "TOO_MANY_ITEMS");
        assertRefused(new GiftReader(), "a{T}\n\n".repeat(ReadLimits.MOST_ITEMS + 1), "TOO_MANY_ITEMS");
        assertRefused(
                new AikenReader(), "a\nA. b\nB. c\nANSWER: A\n".repeat(ReadLimits.MOST_ITEMS + 2), "TOO_MANY_ITEMS");
    }

    @Test
    void aFileOfAnotherEncodingOrNoTextAtAllIsRefused() {
        byte[] random = new byte[4096];
        new Random(1).nextBytes(random);
        for (ItemReader reader : new ItemReader[] {new MoodleXmlReader(), new GiftReader(), new AikenReader()}) {
            assertRefused(reader, "第一题\n第二题{T}".getBytes(Charset.forName("GB18030")), "ENCODING");
            assertRefused(reader, "a\0b{T}".getBytes(UTF_8), "BINARY");
            assertRefused(reader, random, "ENCODING");
            assertRefused(reader, new byte[0], "EMPTY");
            assertRefused(reader, " \n ".getBytes(UTF_8), "EMPTY");
            assertRefused(reader, new byte[ReadLimits.LARGEST_FILE + 1], "TOO_LARGE");
            assertThatThrownBy(() -> reader.read(Path.of("nowhere", "gone.xml")))
                    .isInstanceOfSatisfying(
                            UnreadableFile.class, e -> assertThat(e.code()).isEqualTo("CANNOT_READ"));
        }
        assertBothRefused("<?xml version=\"1.0\" encoding=\"GBK\"?><quiz/>", "ENCODING");
    }

    @Test
    void theLineOfAWrongEncodingIsSaid() {
        byte[] bytes = "a{T}\n\n第{T}".getBytes(Charset.forName("GB18030"));
        assertThatThrownBy(() -> Written.read(new GiftReader(), bytes))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.detail()).isEqualTo("L3"));
    }

    @Test
    void utf16WithItsMarkIsText() throws UnreadableFile {
        assertThat(Written.read(new GiftReader(), "\uFEFF真吗{T}".getBytes(UTF_16LE)))
                .hasSize(1);
    }

    @Test
    void aVeryLongTextIsRefusedWithItsItem() throws UnreadableFile {
        String text = "长".repeat(ReadLimits.LONGEST_TEXT + 1);
        ExchangedItem item = Written.read(new GiftReader(), text + "{T}").get(0);
        assertThat(Written.notes(item)).containsExactly("REFUSED TEXT_TOO_LONG");
        assertThat(item.draft().stem()).hasSize(ReadLimits.LONGEST_TEXT);
        String markup = "<quiz><question type=\"essay\"><questiontext><text>"
                + "x".repeat(ReadLimits.LONGEST_MARKUP + 1) + "</text></questiontext></question></quiz>";
        assertThat(Written.notes(Written.read(new MoodleXmlReader(), markup).get(0)))
                .contains("REFUSED TEXT_TOO_LONG");
        String options = "问{" + "~x=y".repeat(100) + "}";
        assertThat(Written.notes(Written.read(new GiftReader(), options).get(0)))
                .contains("REFUSED TOO_MANY_OPTIONS");
    }

    @Test
    void textThatIsMeantToBeSlowIsReadSoon() {
        int many = 3_000_000;
        for (String part : new String[] {
            "\\", "{", "}", "~", "=", "#", "%", ":", "::", "//", "[", " ", "\n", "[id:\\a", "// [id:\\a"
        }) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> Written.read(new GiftReader(), "a{T}\n\nb" + part.repeat(many / part.length())));
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> Written.read(new AikenReader(), "a\nA. b\nB. c\nANSWER: " + "A,".repeat(many)));
    }

    @Test
    void aBombIsRefusedByWhatItReallyInflatesTo() throws IOException {
        byte[] zeros = new byte[3 << 20];
        assertRefused(new QtiReader(), zip("imsmanifest.xml", zeros), "BOMB");
        assertRefused(
                new QtiReader(),
                zip("big.bin", new byte[ReadLimits.LARGEST_ENTRY + 1], "noise", noise(200_000)),
                "ENTRY_TOO_LARGE");
        Map<String, byte[]> many = new LinkedHashMap<>();
        many.put("noise", noise(1 << 20));
        for (int i = 0; i <= ReadLimits.LARGEST_PACKAGE / zeros.length; i++) {
            many.put("f" + i, zeros);
        }
        assertRefused(new QtiReader(), Written.zip(many), "PACKAGE_TOO_LARGE");
    }

    @Test
    void aHeaderThatLiesAboutTheSizeIsNotBelieved() throws IOException {
        byte[] bomb = zip("imsmanifest.xml", new byte[3 << 20]);
        ByteBuffer header = ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(22, 10);
        assertThatCode(new QtiReader(), bomb).isIn("BOMB", "NOT_ZIP");
    }

    @Test
    void morePartsThanABankHasAreRefused() {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i <= ReadLimits.MOST_ENTRIES; i++) {
            many.put("f" + i, new byte[0]);
        }
        assertRefused(new QtiReader(), Written.zip(many), "TOO_MANY_ENTRIES");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.xml",
                "a/../../evil.xml",
                "/etc/passwd",
                "C:/evil.xml",
                "a\\..\\evil.xml",
                "./a.xml",
                "a//b.xml",
                "a\nb.xml"
            })
    void aPathThatLeadsOutOfThePackageIsRefused(String path) {
        assertRefused(new QtiReader(), Written.zip("imsmanifest.xml", MANIFEST, path, "x"), "PATH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.xml", "/a.xml", "a/../../b.xml", "file:///etc/passwd", "%2e%2e/a.xml", "..\\a.xml"})
    void aManifestThatLeadsOutOfThePackageIsRefused(String href) {
        assertRefused(
                new QtiReader(),
                Written.zip("imsmanifest.xml", MANIFEST.replace("a.xml", href), "a.xml", "<x/>"),
                "PATH");
    }

    @Test
    void archivesInArchivesAndNamesThatStandTwiceAreRefused() {
        byte[] inner = Written.zip("a", "b");
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("imsmanifest.xml", MANIFEST.getBytes(UTF_8));
        files.put("picture.png", inner);
        assertRefused(new QtiReader(), Written.zip(files), "NESTED_ARCHIVE");
        assertRefused(new QtiReader(), Written.zip("imsmanifest.xml", MANIFEST, "more.tar", "x"), "NESTED_ARCHIVE");
        assertRefused(new QtiReader(), Written.zip("a.xml", "x", "A.XML", "y"), "DUPLICATE_ENTRY");
    }

    @Test
    void aDamagedOrCutPackageIsRefused() {
        byte[] whole = Written.zip("imsmanifest.xml", MANIFEST + " ".repeat(2000), "a.xml", "<x/>");
        assertRefused(new QtiReader(), Arrays.copyOf(whole, 60), "NOT_ZIP");
        assertRefused(new QtiReader(), "PK is no zip".getBytes(UTF_8), "NOT_ZIP");
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, 50, 80, (byte) 0x55);
        assertRefused(new QtiReader(), damaged, "NOT_ZIP");
    }

    @Test
    void oneHostileItemSpoilsThePackage() {
        String hostile = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><assessmentItem>&e;</assessmentItem>";
        assertRefused(new QtiReader(), Written.zip("imsmanifest.xml", MANIFEST, "a.xml", hostile), "DOCTYPE");
        assertRefused(
                new QtiReader(), Written.zip("imsmanifest.xml", "<!DOCTYPE x>" + MANIFEST, "a.xml", "<x/>"), "DOCTYPE");
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(7).nextBytes(noise);
        return noise;
    }

    private static byte[] zip(Object... namesAndBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static void assertBothRefused(String xml, String code) {
        assertRefused(new MoodleXmlReader(), xml, code);
        assertRefused(new QtiReader(), xml, code);
    }

    private static void assertRefused(ItemReader reader, String text, String code) {
        assertRefused(reader, text.getBytes(UTF_8), code);
    }

    private static void assertRefused(ItemReader reader, byte[] bytes, String code) {
        assertThatThrownBy(() -> Written.read(reader, bytes))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static org.assertj.core.api.AbstractStringAssert<?> assertThatCode(ItemReader reader, Object file) {
        try {
            byte[] bytes = file instanceof String text ? text.getBytes(UTF_8) : (byte[]) file;
            Written.read(reader, bytes);
            return assertThat("read");
        } catch (UnreadableFile e) {
            return assertThat(e.code());
        }
    }
}
