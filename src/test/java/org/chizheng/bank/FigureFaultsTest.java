package org.chizheng.bank;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

import org.chizheng.BankFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures that are let in, and figures that are refused with file, line and reason. */
class FigureFaultsTest {
    private static final String OPEN = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 80\">\n";
    private static final String HARMLESS = OPEN + "<title>t</title><rect width=\"9\" height=\"9\"/>\n</svg>\n";
    private static final String ITEMS = """
            chapter: "01"
            items:
              - id: HPP-01-001
                type: true-false
                difficulty: 1
                stem: 题
                answer: true
                explain: 说明
                source: {doc: t, clause: 第一条}
            """;

    @TempDir
    Path bank;

    private Path subject;

    @BeforeEach
    void aSubjectWithOneItem() throws IOException {
        subject = BankFixture.write(bank).resolve("hazchem-production-principal");
        Files.delete(subject.resolve("02-b.yaml"));
        Files.createDirectories(subject.resolve("figures"));
    }

    @Test
    void aHarmlessSvgIsLetInWithItsSize() throws IOException {
        BankFolder folder = with("x.svg", HARMLESS.getBytes(UTF_8));
        assertThat(folder.items).singleElement().satisfies(item -> {
            assertThat(item.figure().mediaType()).isEqualTo("image/svg+xml");
            assertThat(item.figure().width()).isEqualTo(120);
            assertThat(item.figure().height()).isEqualTo(80);
            assertThat(item.figureAlt()).isEqualTo("图");
        });
    }

    @Test
    void aPngIsLetInWithItsSize() throws IOException {
        assertThat(with("x.png", png()).items.get(0).figure().width()).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<rect onload=\"alert(1)\"/>",
                "<g ONCLICK='x'/>",
                "<foreignObject/>",
                "<image href=\"https://example.org/x.png\"/>",
                "<use href=\"#a\"/>",
                "<a href=\"javascript:alert(1)\"/>",
                "<rect href=\"#a\"/>",
                "<rect xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"x\"/>",
                "<rect fill=\"url(https://example.org/#a)\"/>",
                "<rect style=\"fill: URL( 'other.svg#a')\"/>",
                "<rect style=\"fill: u\\72l(x)\"/>",
                "<style>@import 'x.css';</style>",
                "<style>@im<!-- -->port 'x.css';</style>",
                "<style>@im<![CDATA[port 'x.css']]>;</style>",
                "<style>rect { fill: url(x) }</style>",
                "<style><g/></style>",
                "<style>rect { background: image-set('x.png' 1x) }</style>",
                "<animate attributeName=\"href\" to=\"x\"/>",
                "<set attributeName=\"onload\" to=\"x\"/>",
                "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
                "<g xml:base=\"https://example.org/\"/>",
                "<g inkscape:label=\"x\" xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\"/>",
                "<?xml-stylesheet href=\"x.css\"?>",
                "<text>&secret;</text>",
                "<rect>"
            })
    void anSvgThatCouldDoMoreThanDrawIsRefusedInItsLine(String hostile) throws IOException {
        assertThat(faults("x.svg", (OPEN + hostile + "\n</svg>\n").getBytes(UTF_8)))
                .singleElement()
                .asString()
                .matches(".*figures/x\\.svg:[23]: .+");
    }

    @Test
    void aDocumentTypeIsRefused() throws IOException {
        String svg = "<?xml version=\"1.0\"?>\n<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n" + HARMLESS;
        assertThat(faults("x.svg", svg.getBytes(UTF_8)))
                .singleElement()
                .asString()
                .matches("(?s).*figures/x\\.svg:2: DOCTYPE is not allowed");
    }

    @Test
    void anSvgMustSayHowLargeItIs() throws IOException {
        for (String box : List.of("", "viewBox=\"0 0 0 9\"", "viewBox=\"1 0 9 9\"", "viewBox=\"0 0 5000 9\"")) {
            String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" " + box + "></svg>";
            assertThat(faults("x.svg", svg.getBytes(UTF_8)))
                    .as(box)
                    .singleElement()
                    .asString()
                    .contains("viewBox");
        }
    }

    @ParameterizedTest
    @CsvSource({"ISO-8859-1,encoding", "UTF-16,UTF-8"})
    void anSvgIsUtf8(String encoding, String reason) throws IOException {
        String svg = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>" + HARMLESS;
        byte[] bytes = svg.getBytes(encoding);
        assertThat(faults("x.svg", bytes))
                .singleElement()
                .asString()
                .contains(":1: ")
                .contains(reason);
    }

    @Test
    void aPngThatIsCutOrDamagedOrGoesOnOrIsSomethingElseIsRefused() throws IOException {
        byte[] whole = png();
        byte[] damaged = whole.clone();
        damaged[18] ^= 1;
        for (byte[] bytes : List.of(
                Arrays.copyOf(whole, whole.length - 3),
                Arrays.copyOf(whole, whole.length + 4),
                Arrays.copyOf(whole, 8),
                damaged,
                HARMLESS.getBytes(UTF_8),
                new byte[0])) {
            assertThat(faults("x.png", bytes)).singleElement().asString().contains("figures/x.png:1: ");
        }
    }

    @Test
    void moreThan200KilobytesAreRefused() throws IOException {
        String padding = "<!--" + "x".repeat(FigureFile.LARGEST) + "-->";
        assertThat(faults("x.svg", (HARMLESS + padding).getBytes(UTF_8)))
                .singleElement()
                .asString()
                .contains("more than 204800");
    }

    @Test
    void aFigureThatIsNotThereIsRefusedInTheItemsLine() throws IOException {
        Files.writeString(subject.resolve("01-a.yaml"), items("figures/none.svg", "图"), UTF_8);
        assertThat(read().faults).singleElement().asString().contains("01-a.yaml:10: figure none.svg does not exist");
    }

    @Test
    void aFigureNeedsItsTextAndStaysInItsFolder() throws IOException {
        Files.writeString(subject.resolve("figures/x.svg"), HARMLESS, UTF_8);
        for (String yaml : List.of(
                ITEMS + "    figure: figures/x.svg\n",
                ITEMS + "    figureAlt: 图\n",
                items("figures/x.svg", "' '"),
                items("../figures/x.svg", "图"),
                items("/etc/hostname", "图"),
                items("figures/../x.svg", "图"),
                items("figures/x.gif", "图"))) {
            Files.writeString(subject.resolve("01-a.yaml"), yaml, UTF_8);
            assertThat(read().faults).as(yaml).isNotEmpty().allMatch(fault -> fault.contains("01-a.yaml:"));
        }
    }

    @Test
    void aChangedFigureOrTextIsAnotherDigestAndNoFigureIsTheOldOne() throws IOException {
        String plain = draft(ITEMS).digest();
        Files.writeString(subject.resolve("figures/x.svg"), HARMLESS, UTF_8);
        String first = draft(items("figures/x.svg", "图")).digest();
        String otherText = draft(items("figures/x.svg", "另一图")).digest();
        Files.writeString(subject.resolve("figures/x.svg"), HARMLESS + "\n", UTF_8);
        String otherBytes = draft(items("figures/x.svg", "图")).digest();
        assertThat(List.of(plain, first, otherText, otherBytes)).doesNotHaveDuplicates();
        assertThat(plain)
                .isEqualTo(
                        org.chizheng.common.Digests.hex("TRUE_FALSE", "01", 1, "题", "正确", "错误", "说明", "《测试》（2026）第一条"));
    }

    private record Read(BankFolder folder, List<String> faults) {}

    private Read read() {
        List<String> faults = new ArrayList<>();
        BankFolder folder = new BankFolder(subject, bank.resolve("schema"), new java.util.HashSet<>(), faults);
        folder.read();
        return new Read(folder, faults);
    }

    private Draft draft(String yaml) throws IOException {
        Files.writeString(subject.resolve("01-a.yaml"), yaml, UTF_8);
        return read().folder().items.get(0);
    }

    private BankFolder with(String name, byte[] bytes) throws IOException {
        Read read = place(name, bytes);
        assertThat(read.faults()).isEmpty();
        return read.folder();
    }

    private List<String> faults(String name, byte[] bytes) throws IOException {
        return place(name, bytes).faults();
    }

    private Read place(String name, byte[] bytes) throws IOException {
        Files.write(subject.resolve("figures").resolve(name), bytes);
        Files.writeString(subject.resolve("01-a.yaml"), items("figures/" + name, "图"), UTF_8);
        return read();
    }

    private static String items(String figure, String alt) {
        return ITEMS + "    figure: " + figure + "\n    figureAlt: " + alt + "\n";
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
