package org.chizheng.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chizheng.admission.rule.TicketCode;
import org.chizheng.journey.MadeUpPortrait;
import org.chizheng.people.Portrait;
import org.chizheng.people.rule.Masking;
import org.chizheng.regulation.QualificationView;
import org.chizheng.session.SessionView;
import org.junit.jupiter.api.Test;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

/** Printed sheets, read as a reader and a scanner read them; they are kept in target/sheets for people's eyes. */
class SheetsTest {
    private static final Instant START = Instant.parse("2026-12-05T01:00:00Z");
    private static final String ID = "320100199001010018";
    private static final String TICKET = "261234567890";
    private static final String WAY = "地铁2号线演示路站3号口出，向东步行300米；公交演示线到测试学院站下。自驾从北门入，停地下车库B区。考场在实训楼，请从南门进入并在一楼大厅候考。";
    private static final String WAY_EN =
            "Metro line 2 to Yanshi Road, exit 3, then 300 m east. Drivers enter by the north gate and park in area B of the basement. The rooms are in the training building; wait in the hall on the ground floor.";

    private static TicketFace face(String name, byte[] photo, String zh, String en) {
        return new TicketFace(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                TICKET,
                name,
                Masking.idNumber(ID),
                photo,
                "危险化学品生产单位主要负责人",
                "Principal responsible person of hazardous chemical production",
                "演示市安全生产考试中心（测试职业技术学院考点）",
                "Demo City Safety Examination Centre (Test Vocational College)",
                "实训楼 302",
                START,
                120,
                30,
                30,
                zh,
                en);
    }

    private static byte[] portrait() {
        return Portrait.of(MadeUpPortrait.draw(3));
    }

    private static SessionView session() {
        return new SessionView(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "演示市安全生产考试中心",
                "Demo City Safety Examination Centre",
                "320102",
                UUID.randomUUID(),
                "302",
                "operator-low-voltage-electrical",
                UUID.randomUUID(),
                "order-19-operator",
                START,
                120,
                30,
                "SCHEDULED",
                null,
                null,
                60,
                0);
    }

    private static QualificationView qualification() {
        return new QualificationView(
                "operator-low-voltage-electrical",
                "OPERATOR",
                "低压电工作业",
                "Low-voltage electrical work",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static PDDocument kept(String name, byte[] pdf) throws IOException {
        Files.write(Files.createDirectories(Path.of("target", "sheets")).resolve(name + ".pdf"), pdf);
        return Loader.loadPDF(pdf);
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document);
    }

    private static void mustEmbedItsFonts(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                assertThat(page.getResources().getFont(name).isEmbedded())
                        .as(name.getName())
                        .isTrue();
            }
        }
    }

    @Test
    void aTicketSaysAllInBothLanguagesOnOnePageAndItsCodeIsReadByAScanner() throws Exception {
        byte[] pdf = TicketSheet.drawn(List.of(face("测试张三", portrait(), WAY, WAY_EN)), true);
        assertThat(pdf.length).as("small enough for a telephone").isLessThan(400_000);
        try (PDDocument document = kept("ticket", pdf)) {
            String text = text(document);
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(text)
                    .contains("准考证", "Admission ticket", "测试张三", "3201**********0018", "2612 3456 7890")
                    .contains("2026年12月5日（星期六）09:00", "Sat 5 Dec 2026, 09:00", "实训楼 302", "入场时随机抽取")
                    .contains("演示市安全生产考试中心", "Demo City Safety Examination Centre", "地铁2号线", "Metro line 2")
                    .contains("考生须知", "Rules", "8.")
                    .doesNotContain(ID, "??", "〓");
            assertThat(code(document)).isEqualTo(TicketCode.of(TICKET)).doesNotContain(ID);
            mustEmbedItsFonts(document);
        }
    }

    private static String code(PDDocument document) throws Exception {
        BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        var source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
        try {
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(source)),
                            Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
                    .getText();
        } catch (NotFoundException e) {
            throw new AssertionError("no code on the page", e);
        }
    }

    @Test
    void aRareCharacterIsPrintedFromTheOtherTypefaceAndOneThatNoneHasIsSeenToBeMissing() throws Exception {
        try (PDDocument document =
                kept("ticket-rare", TicketSheet.drawn(List.of(face("测试𠮷\uE000", portrait(), "", "")), false))) {
            assertThat(text(document)).contains("测试𠮷〓").doesNotContain("怎么到考点");
            mustEmbedItsFonts(document);
            List<String> fonts = new ArrayList<>();
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                fonts.add(document.getPage(0).getResources().getFont(name).getName());
            }
            assertThat(fonts).anyMatch(name -> name.contains("HanaMin"));
        }
    }

    @Test
    void theLongestNameAndTheLongestWayStayOnThePageWithoutAPhoto() throws Exception {
        String name = "阿卜杜热合曼·买买提吐尔逊·艾合买提江·古丽娜尔Abdurahman Mamattursun";
        String zh = "演示路".repeat(100);
        String en = "Turn left at the demo road. ".repeat(21).strip();
        assertThat(zh).hasSize(300);
        try (PDDocument document = kept("ticket-long", TicketSheet.drawn(List.of(face(name, null, zh, en)), true))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(text(document)).contains("未交照片", "No photo", "8.", "请妥善保管");
            assertThat(lowestInk(document)).as("within the page").isLessThan(0.985);
            assertThat(code(document)).isEqualTo(TicketCode.of(TICKET));
        }
    }

    /** Share of the page's height at which the last dark line stands. */
    private static double lowestInk(PDDocument document) throws IOException {
        BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 72);
        for (int y = page.getHeight() - 1; y > 0; y--) {
            for (int x = 0; x < page.getWidth(); x++) {
                if ((page.getRGB(x, y) & 0xff) < 128) {
                    return (double) y / page.getHeight();
                }
            }
        }
        return 0;
    }

    @Test
    void aRoomsListHoldsEverybodyOnNumberedPagesWithTheNumbersMasked() throws Exception {
        List<ListedCandidate> candidates = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            String name = i == 7 ? "阿卜杜热合曼·买买提吐尔逊·艾合买提江" : i == 8 ? "演示𠮷" + i : "演示考生" + i;
            candidates.add(new ListedCandidate(
                    "2612345%05d".formatted(i), name, Masking.idNumber(ID), i % 3 == 0 ? "A%02d".formatted(i) : null));
        }
        try (PDDocument document = kept("list", RoomSheets.list(session(), qualification(), candidates))) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            assertThat(text(document))
                    .contains("考场名单", "共 60 人", "演示考生1", "演示考生60", "1 / 3", "3 / 3", "演示𠮷8", "A60")
                    .doesNotContain(ID);
            mustEmbedItsFonts(document);
        }
    }

    @Test
    void aDoorSignIsOnePageAcrossAndSeatsHaveALabelEach() throws Exception {
        try (PDDocument document = kept("sign", RoomSheets.sign(session(), qualification(), 30))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth())
                    .isGreaterThan(document.getPage(0).getMediaBox().getHeight());
            assertThat(text(document)).contains("考场 302", "低压电工作业", "2026年12月5日（星期六）09:00", "Room 302");
        }
        List<String> seats = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            seats.add((char) ('A' + i / 10) + "%02d".formatted(i % 10 + 1));
        }
        try (PDDocument document = kept("labels", RoomSheets.labels("演示市安全生产考试中心", "302", seats))) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            String text = text(document);
            assertThat(seats).allMatch(text::contains);
            mustEmbedItsFonts(document);
        }
    }
}
