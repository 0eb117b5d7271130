package org.chizheng.certificate.document;

import org.chizheng.certificate.CertificateFace;
import org.chizheng.certificate.rule.VerificationCode;
import org.chizheng.common.QrCode;

/** Writes one page of a certificate in reading order: title, facts, photo, issuer and seal, QR code, small print. */
final class PageDrawing {
    private static final String GREY = "0.38 0.41 0.42";
    private static final String INK = "0.10 0.11 0.12";
    private static final String RED = "0.74 0.10 0.12";
    private static final double POINT = 25.4 / 72;
    private static final int QUIET = 4;
    private final Blank blank;
    private final Layout layout;
    private final Layout.Page page;
    private final Sheet sheet;
    private final Structure.Element document;
    private final CertificateFace face;
    private final QrCode qr;

    PageDrawing(Blank blank, int number, Sheet sheet, Structure.Element document, CertificateFace face, QrCode qr) {
        this.blank = blank;
        this.layout = blank.layout();
        this.page = blank.pages().get(number);
        this.sheet = sheet;
        this.document = document;
        this.face = face;
        this.qr = qr;
    }

    void draw() {
        sheet.artifact("/Art Do");
        if (page.has("title")) {
            title();
        }
        if (page.has("demo") && face.demo()) {
            demo();
        }
        new PageText(sheet, layout, page).fields(document, face);
        if (page.has("photo")) {
            photo();
        }
        if (page.has("issuer")) {
            seal();
            issuer();
        }
        if (page.has("qr")) {
            qr();
        }
        if (page.has("identifier") && face.identifier() != null) {
            identifier();
        }
        if (page.has("notice")) {
            notice();
        }
    }

    private void title() {
        Structure.Element heading = document.add("H1");
        spread(heading, face.documentZh(), "title", layout.colour("ink"));
        spread(heading.english(), face.documentEn(), "titleEn", GREY);
    }

    /** Centred, with gaps between the letters, smaller where it is too wide. */
    private void spread(Structure.Element element, String text, String place, String ink) {
        double room = page.of(place, "width");
        int gaps = text.codePointCount(0, text.length()) - 1;
        double size = page.of(place, "size");
        double gap = page.of(place, "gap");
        double width = sheet.width(text, size) + gap * gaps;
        double fit = Math.min(1, room / width);
        sheet.spaced(
                element, text, page.of(place, "x") - width * fit / 2, page.of(place, "y"), size * fit, ink, gap * fit);
    }

    private void demo() {
        Structure.Element mark = document.add("P");
        Layout.Word words = layout.word("invalid");
        double x = page.of("demo", "x");
        double y = page.of("demo", "y");
        sheet.centred(mark, words.zh(), x, y, page.of("demo", "size"), RED);
        double en = page.of("demo", "en");
        sheet.centred(mark.english(), words.en(), x, y - en * POINT * 1.35, en, RED);
    }

    private void photo() {
        double x = page.of("photo", "x");
        double y = page.of("photo", "y");
        double width = page.of("photo", "width");
        double height = page.of("photo", "height");
        if (face.photo() != null) {
            Structure.Element figure = document.figure("持证人照片", Sheet.box(x, y, width, height));
            sheet.drawn(figure, Sheet.placed(x, y, width, height) + "/Photo Do");
        } else {
            sheet.artifact("0.975 0.98 0.975 rg " + rectangle(x, y, width, height) + "f");
            Structure.Element place = document.add("P");
            Layout.Word word = layout.word("photo");
            double size = page.of("labels", "size");
            sheet.centred(place, word.zh(), x + width / 2, y + height / 2, size, GREY);
            double en = page.of("labels", "en");
            sheet.centred(
                    place.english(),
                    word.en(),
                    x + width / 2,
                    y + height / 2 - page.of("labels", "drop") * 1.1,
                    en,
                    GREY);
        }
        String line = width > 30 ? "0.18 w " : "0.1 w ";
        sheet.artifact(layout.colour("line") + " RG " + line + rectangle(x, y, width, height) + "S");
    }

    private static String rectangle(double x, double y, double width, double height) {
        StringBuilder out = new StringBuilder();
        Digits.put(out, x);
        Digits.put(out, y);
        Digits.put(out, width);
        return Digits.put(out, height).append("re ").toString();
    }

    private void seal() {
        double x = page.of("seal", "x");
        double y = page.of("seal", "y");
        double radius = page.of("seal", "radius");
        if (blank.seal() != null) {
            Structure.Element figure = document.figure(
                    "印章：" + blank.sealName(), Sheet.box(x - radius, y - radius, 2 * radius, 2 * radius));
            sheet.drawn(figure, Sheet.fine(x, y, radius / Seal.RADIUS) + "/Seal Do");
        }
    }

    private void issuer() {
        double x = page.of("issuer", "x");
        double y = page.of("issuer", "y");
        double size = page.of("issuer", "size");
        double en = page.of("issuer", "en");
        double date = page.of("issuer", "date");
        Structure.Element issuer = document.add("P");
        sheet.centred(issuer, face.issuerZh(), x, y + size * POINT * 0.35, size, INK);
        sheet.centred(issuer.english(), face.issuerEn(), x, y + size * POINT * 0.35 - en * POINT * 1.6, en, GREY);
        sheet.centred(
                document.add("P"),
                Field.day(face.validFrom()),
                x,
                y - size * POINT * 0.35 - en * POINT * 0.6 - date * POINT * 1.5,
                date,
                INK);
    }

    private void qr() {
        double x = page.of("qr", "x");
        double y = page.of("qr", "y");
        double side = page.of("qr", "side");
        double module = side / (qr.size() - 2 * QUIET);
        double margin = module * QUIET;
        sheet.artifact("1 1 1 rg " + rectangle(x - margin, y - margin, side + 2 * margin, side + 2 * margin) + "f");
        String address = face.qr().split("#", 2)[0];
        Structure.Element figure = document.figure("二维码，查验网址：" + address, Sheet.box(x, y, side, side));
        StringBuilder dark =
                new StringBuilder(16 * 1024).append("0 0 0 rg ").append(Sheet.fine(x - margin, y - margin, module));
        for (QrCode.Run run : qr.runs()) {
            dark.append(run.start())
                    .append(' ')
                    .append(qr.size() - run.row() - 1)
                    .append(' ');
            dark.append(run.length()).append(" 1 re\n");
        }
        sheet.drawn(figure, dark.append('f'));
        double size = page.of("codeSize");
        Structure.Element caption = document.add("P");
        Layout.Word scan = layout.word("scan");
        double middle = x + side / 2;
        double below = y - margin - size * POINT * 0.75;
        double width = sheet.width(scan.zh() + "  " + scan.en(), size);
        sheet.text(caption, scan.zh(), middle - width / 2, below, size, INK);
        sheet.text(caption.english(), scan.en(), middle + width / 2 - sheet.width(scan.en(), size), below, size, GREY);
        sheet.centred(
                document.add("P"),
                VerificationCode.grouped(face.code()),
                middle,
                below - size * POINT * 1.4,
                size,
                INK);
    }

    private void identifier() {
        Structure.Element identifier = document.add("P");
        Layout.Word word = layout.word("identifier");
        double size = page.of("identifier", "size");
        double left = page.of("identifier", "x");
        double top = page.of("identifier", "y");
        double below = page.of("identifier", "below");
        double start = below > 0 ? 0 : sheet.width(word.zh() + "  ", size);
        double fits =
                size * Math.min(1, (page.of("identifier", "width") - start) / sheet.width(face.identifier(), size));
        sheet.text(identifier, word.zh(), left, top, size, GREY);
        if (below > 0) {
            sheet.text(identifier.english(), word.en(), left + sheet.width(word.zh() + " ", size), top, size, GREY);
        }
        sheet.text(identifier, face.identifier(), left + start, top - below, fits, GREY);
    }

    private void notice() {
        Layout.Word notice = layout.notice();
        double x = page.of("notice", "x");
        double y = page.of("notice", "y");
        Structure.Element paragraph = document.add("P");
        sheet.text(paragraph, notice.zh(), x, y, page.of("notice", "size"), INK);
        double en = page.of("notice", "en");
        if (en > 0) {
            sheet.text(paragraph.english(), notice.en(), x, y - en * POINT * 1.5, en, GREY);
        }
    }
}
