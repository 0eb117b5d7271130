package org.chizheng.rehearsal.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import javax.imageio.ImageIO;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.chizheng.certificate.CertificateFace;
import org.chizheng.certificate.DocumentKind;
import org.chizheng.certificate.DocumentSize;
import org.chizheng.certificate.document.DocumentPress;
import org.chizheng.common.document.DocumentKey;
import org.chizheng.common.document.DocumentSigner;
import org.chizheng.journey.MadeUpPortrait;
import org.chizheng.journey.Newcomer;
import org.chizheng.launch.DocumentKeys;

/** Signed certificates a second by one thread's own CPU time, beside the barest page that PDFBox makes with the same typeface: one line, unsigned. */
final class PressBench {
    private static final String FONT = "fonts/NotoSerifSC_500Medium.ttf";
    private static final int CLAIM_DIGITS = 420;
    private final Sheet sheet;
    private final boolean quick;
    private final Random random;
    private final DocumentPress press;
    private final TrueTypeFont font;
    private final byte[] photo;
    private final Figures figures = new Figures();

    /** Makes one document. */
    private interface Making {
        byte[] make(CertificateFace face) throws IOException;
    }

    PressBench(Sheet sheet, boolean quick, long seed) throws IOException {
        this.sheet = sheet;
        this.quick = quick;
        random = new Random(seed);
        DocumentKeys.Pair pair = DocumentKeys.made();
        press = new DocumentPress(
                new DocumentSigner(DocumentKey.of(pair.key(), pair.certificate(), Instant.now())), false);
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(FONT)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        }
        // As the press does; without it the bare page is a little faster, and the ratio harder.
        font.setEnableGsub(false);
        photo = photo();
    }

    void run() throws IOException {
        int batch = quick ? 20 : 100;
        for (int round = 0; round < (quick ? 8 : 40); round++) {
            // The first quarter warms the machine up and does not count.
            boolean counts = round >= (quick ? 2 : 10);
            time("A4", batch, counts, face -> press.press(face, DocumentSize.A4));
            time("card", batch, counts, face -> press.press(face, DocumentSize.CARD));
            time("both", batch, counts, face -> press.pressAll(face).get(DocumentSize.A4));
            time("bare", batch, counts, this::bare);
        }
        enter("A4", "signed PDF/A certificates, A4, one core");
        enter("card", "signed PDF/A certificates, card (two pages), one core");
        sheet.higher("both sizes of a certificate, one core", figures.median("both"), "/s")
                .enter();
        sheet.lower("the photo", photo.length, "bytes").enter();
        for (String what : new String[] {"A4", "card", "bare"}) {
            sheet.lower("a file, " + what, figures.median(what + " bytes"), "bytes")
                    .enter();
        }
    }

    private void enter(String what, String told) {
        sheet.higher(told, figures.median(what), "/s")
                .baseline(figures.median("bare"))
                .must(100)
                .aim(250)
                .enter();
        sheet.higher(told + ", ÷ bare page", figures.ratio(what, "bare"), "×")
                .must(0.3)
                .aim(0.6)
                .enter();
    }

    private void time(String what, int batch, boolean counts, Making making) throws IOException {
        CertificateFace[] faces = new CertificateFace[batch];
        for (int i = 0; i < batch; i++) {
            faces[i] = face(i % 2 == 0 ? DocumentKind.OPERATOR : DocumentKind.MANAGER);
        }
        long bytes = 0;
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (CertificateFace face : faces) {
            bytes += making.make(face).length;
        }
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        if (counts) {
            figures.add(what, batch * 1e9 / took);
            figures.add(what + " bytes", bytes / (double) batch);
        }
    }

    private byte[] bare(CertificateFace face) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDType0Font loaded = PDType0Font.load(document, font, true);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(loaded, 18);
                content.newLineAtOffset(72, 700);
                content.showText(face.documentZh() + " " + face.name() + " " + face.idNumber());
                content.endText();
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private CertificateFace face(DocumentKind kind) {
        boolean operator = kind == DocumentKind.OPERATOR;
        Newcomer holder = Newcomer.next();
        String code = Stock.code(random.nextInt());
        LocalDate day = LocalDate.now(ZoneOffset.UTC);
        return new CertificateFace(
                kind,
                operator ? "特种作业操作证" : "安全生产知识和管理能力考核合格证",
                operator ? "Special Operation Certificate" : "Certificate of Competence in Work Safety",
                holder.name(),
                random.nextBoolean(),
                photo,
                holder.idNumber(),
                "T" + holder.idNumber(),
                operator ? "电工作业" : "主要负责人",
                operator ? "Electrical work" : "Principal responsible person",
                operator ? "低压电工作业" : "危险化学品生产单位主要负责人",
                operator ? "Low-voltage electrical work" : "Hazardous chemical production",
                "演示化工有限公司第" + (1 + random.nextInt(99)) + "分公司",
                day,
                day,
                day.plusYears(3),
                null,
                "演示应急管理厅",
                "Demonstration Department of Emergency Management",
                code.substring(0, 14),
                null,
                code,
                "https://exam.example.org/v/" + code + "#" + digits(),
                Instant.now(),
                false);
    }

    /** As long as a signed claim is. */
    private String digits() {
        StringBuilder digits = new StringBuilder();
        random.ints(CLAIM_DIGITS, 0, 10).forEach(digits::append);
        return digits.toString();
    }

    /** A portrait as a camera gives it, with noise, as a JPEG of the usual quality. */
    private byte[] photo() throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(MadeUpPortrait.draw(1)));
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int noise = (int) (4 * random.nextGaussian());
                int rgb = picture.getRGB(x, y);
                picture.setRGB(
                        x, y, shifted(rgb >> 16, noise) << 16 | shifted(rgb >> 8, noise) << 8 | shifted(rgb, noise));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", out);
        return out.toByteArray();
    }

    private static int shifted(int part, int by) {
        return Math.max(0, Math.min(255, (part & 255) + by));
    }
}
