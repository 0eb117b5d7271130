package org.chizheng.certificate;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.chizheng.certificate.rule.VerificationCode;
import org.chizheng.common.QrCode;

/** Draws a certificate on A4 landscape: 297 × 210 mm, Chinese large, English beneath, photo slot 35 × 45 mm, QR 30 mm as vectors. */
@ApplicationScoped
public class CertificateDrawing {
    private static final Color INK = new Color(0x1b, 0x2a, 0x26);
    private static final Color GREEN = new Color(0x14, 0x53, 0x45);
    private static final Color PALE = new Color(0xa9, 0xc4, 0xb8);
    private static final Color GREY = new Color(0x5c, 0x67, 0x63);
    private static final Color RED = new Color(0xb0, 0x2a, 0x2a);
    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("yyyy年MM月dd日");
    private static final Color WATERMARK = new Color(0xf4, 0xdc, 0xdc);
    private static final float QR_MM = 30;

    /** @return the PDF's bytes */
    public byte[] draw(CertificateFace face) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(new PDRectangle(297 * Pen.MM, 210 * Pen.MM));
            document.addPage(page);
            document.getDocumentInformation().setTitle(face.documentZh() + " " + face.documentEn());
            document.getDocumentCatalog().setLanguage("zh-CN");
            try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                Pen pen = new Pen(document, stream, PDType0Font.load(document, CertificateFont.get(), true));
                demoMark(pen, face);
                border(pen);
                heading(pen, face);
                fields(pen, face);
                photoSlot(pen, face.photo());
                issuer(pen, face);
                qr(pen, face);
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void border(Pen pen) throws IOException {
        pen.ink(PALE);
        pen.waves(12, 199, 273, 2.2f, 9);
        pen.waves(12, 11, 273, 2.2f, 9);
        pen.ink(GREEN);
        pen.frame(8, 7, 281, 196, 1.6f);
        pen.frame(11, 15, 275, 180, 0.5f);
    }

    private static void heading(Pen pen, CertificateFace face) throws IOException {
        pen.ink(GREEN);
        pen.centred(face.documentZh(), 148.5f, 172, 30);
        pen.ink(GREY);
        pen.centred(face.documentEn(), 148.5f, 163, 12);
    }

    private static void fields(Pen pen, CertificateFace face) throws IOException {
        float y = 148;
        y = field(pen, y, "姓名", "Name", face.name());
        y = field(pen, y, "性别", "Sex", face.male() ? "男 Male" : "女 Female");
        y = field(pen, y, "证件号码", "ID number", face.idNumber());
        y = field(pen, y, "证书编号", "Certificate no.", face.number());
        y = field(pen, y, "类别", "Category", face.categoryZh() + "  " + face.categoryEn());
        y = field(pen, y, "项目", "Qualification", face.itemZh() + "  " + face.itemEn());
        y = field(pen, y, "初领日期", "First issued", ZH.format(face.firstIssuedOn()) + "  " + face.firstIssuedOn());
        String valid = ZH.format(face.validFrom()) + " 至 " + ZH.format(face.validTo()) + "  " + face.validFrom() + " – "
                + face.validTo();
        y = field(pen, y, "有效期限", "Valid", valid);
        field(pen, y, "档案编号", "File no.", face.fileNumber());
    }

    private static float field(Pen pen, float y, String zh, String en, String value) throws IOException {
        pen.ink(GREY);
        pen.text(zh, 24, y, 11);
        pen.text(en, 24, y - 4, 7);
        pen.ink(INK);
        pen.fitted(value, 54, y - 1, 15, 172);
        pen.ink(PALE);
        pen.fill(54, y - 4.2f, 172, 0.15f);
        return y - 12;
    }

    private static void photoSlot(Pen pen, byte[] photo) throws IOException {
        if (photo != null) {
            pen.jpeg(photo, 236, 108, 35, 45);
        }
        pen.ink(PALE);
        pen.frame(236, 108, 35, 45, 0.8f);
        if (photo != null) {
            return;
        }
        pen.ink(GREY);
        pen.centred("照片", 253.5f, 131, 11);
        pen.centred("Photo", 253.5f, 126, 8);
    }

    private static void issuer(Pen pen, CertificateFace face) throws IOException {
        pen.ink(INK);
        pen.text(face.issuerZh(), 24, 32, 14);
        pen.ink(GREY);
        pen.text(face.issuerEn(), 24, 27, 9);
        pen.text(ZH.format(face.validFrom()), 24, 21, 10);
        pen.ink(RED);
        pen.frame(160, 20, 30, 16, 0.6f);
        pen.centred("签章处", 175, 27, 10);
        pen.centred("Seal", 175, 23, 7);
    }

    private static void qr(Pen pen, CertificateFace face) throws IOException {
        QrCode code = QrCode.of(face.url());
        float module = QR_MM / code.size();
        pen.ink(Color.BLACK);
        for (QrCode.Run run : code.runs()) {
            pen.fill(238 + run.start() * module, 62 + QR_MM - (run.row() + 1) * module, run.length() * module, module);
        }
        pen.ink(GREY);
        pen.centred("扫码查验 Scan to verify", 253, 58, 8);
        pen.centred(VerificationCode.grouped(face.code()), 253, 53, 8);
    }

    private static void demoMark(Pen pen, CertificateFace face) throws IOException {
        if (face.demo()) {
            pen.slanted("演示 DEMO", 58, 48, 66, WATERMARK);
            pen.ink(RED);
            pen.text("演示 DEMO", 236, 184, 16);
        }
    }
}
