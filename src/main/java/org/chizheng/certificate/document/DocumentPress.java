package org.chizheng.certificate.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.chizheng.certificate.CertificateFace;
import org.chizheng.certificate.DocumentKind;
import org.chizheng.certificate.DocumentSize;
import org.chizheng.common.Digests;
import org.chizheng.common.QrCode;
import org.chizheng.common.document.DocumentSigner;

/**
 * Makes certificates: PDF/A-2a and PDF/UA-1, tagged, signed in the one pass in which they are written. The same face gives the same bytes. Written without an object
 * model, since all but the holder's facts is ready beforehand; see docs/adr/0010.
 */
public final class DocumentPress {
    private static final int FAST = 3;
    private static final byte[] SRGB =
            PdfFile.packed(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData(), 9);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter PDF_TIME = DateTimeFormatter.ofPattern("'(D:'yyyyMMddHHmmss'+08''00'')'");
    private static final DateTimeFormatter XMP_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    private static final String RANGE = " ".repeat(48);
    private final DocumentSigner signer;
    private final boolean printedSeal;
    private final Map<Kept, Blank> blanks = new ConcurrentHashMap<>();

    private record Kept(DocumentKind kind, DocumentSize size, boolean demo, String zh, String en, String issuer) {}

    /** @param printedSeal whether the authority's seal is drawn outside the demo */
    public DocumentPress(DocumentSigner signer, boolean printedSeal) {
        this.signer = signer;
        this.printedSeal = printedSeal;
    }

    /**
     * The sheet of A4.
     *
     * @throws IllegalArgumentException for a character that no typeface has
     * @throws IllegalStateException if the signer's certificate is not valid at the instant of issue
     */
    public byte[] press(CertificateFace face) {
        return press(face, DocumentSize.A4);
    }

    public byte[] press(CertificateFace face, DocumentSize size) {
        return press(face, size, QrCode.compact(face.qr()));
    }

    /** All sizes of one certificate. */
    public Map<DocumentSize, byte[]> pressAll(CertificateFace face) {
        QrCode qr = QrCode.compact(face.qr());
        Map<DocumentSize, byte[]> documents = new EnumMap<>(DocumentSize.class);
        for (DocumentSize size : DocumentSize.values()) {
            documents.put(size, press(face, size, qr));
        }
        return documents;
    }

    private byte[] press(CertificateFace face, DocumentSize size, QrCode qr) {
        signer.requireValid(face.issuedAt());
        Blank blank = blanks.computeIfAbsent(
                new Kept(
                        face.documentKind(),
                        size,
                        face.demo(),
                        face.documentZh(),
                        face.documentEn(),
                        face.issuerZh() + face.issuerEn()),
                any -> Blank.of(face, size, printedSeal));
        return new Run(blank, face, size, qr).file();
    }

    /** One document being written. */
    private final class Run {
        private final Blank blank;
        private final CertificateFace face;
        private final DocumentSize size;
        private final Structure structure = new Structure();
        private final Letters letters;
        private final List<Sheet> sheets = new ArrayList<>();
        private final PdfFile file = new PdfFile();
        private final ZonedDateTime issued;
        private int range;
        private int signature;

        Run(Blank blank, CertificateFace face, DocumentSize size, QrCode qr) {
            this.blank = blank;
            this.face = face;
            this.size = size;
            this.issued = face.issuedAt().atZone(ZONE);
            this.letters = new Letters(blank.letters());
            for (int page = 0; page < blank.pages().size(); page++) {
                Sheet sheet = new Sheet(page, letters);
                sheets.add(sheet);
                new PageDrawing(blank, page, sheet, structure.document(), face, qr).draw();
            }
            structure.form("电子签名 " + face.issuerZh());
        }

        byte[] file() {
            int catalog = file.reserve();
            int pageTree = file.reserve();
            int widget = file.reserve();
            List<Integer> pages = pages(pageTree, widget);
            int root = structure.write(file, pages, widget);
            int signed = signature();
            file.write(
                    widget,
                    "<< /Type /Annot /Subtype /Widget /FT /Sig /T (signature) /TU " + PdfFile.text("电子签名") + " /V "
                            + signed + " 0 R /Rect [0 0 0 0] /F 132 /P " + pages.get(0) + " 0 R /StructParent "
                            + structure.widgetKey() + " >>");
            int metadata = file.addStream("/Type /Metadata /Subtype /XML", Xmp.of(face, XMP_TIME.format(issued)));
            int profile = file.addStream("/N 3 /Filter /FlateDecode", SRGB);
            int intent = file.add("<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1)"
                    + " /Info (sRGB IEC61966-2.1) /RegistryName (http://www.color.org) /DestOutputProfile " + profile
                    + " 0 R >>");
            file.write(
                    catalog,
                    "<< /Type /Catalog /Pages " + pageTree + " 0 R /Lang (zh-CN) /MarkInfo << /Marked true >>"
                            + " /StructTreeRoot " + root + " 0 R /Metadata " + metadata + " 0 R /OutputIntents ["
                            + intent + " 0 R] /ViewerPreferences << /DisplayDocTitle true >>"
                            + " /AcroForm << /Fields [" + widget + " 0 R] /SigFlags 3 >> /Perms << /DocMDP " + signed
                            + " 0 R >> >>");
            int info = file.add("<< /Title " + PdfFile.text(face.documentZh()) + " /CreationDate "
                    + PDF_TIME.format(issued) + " /Producer (Chizheng) >>");
            return signed(file.end(
                    catalog, info, Digests.hex("document", face.code(), size).substring(0, 32)));
        }

        private List<Integer> pages(int pageTree, int widget) {
            StringBuilder fonts =
                    new StringBuilder("/F1 ").append(blank.font().write(file)).append(" 0 R ");
            letters.others()
                    .forEach((name, subset) -> fonts.append('/')
                            .append(name)
                            .append(' ')
                            .append(EmbeddedFont.of(subset, FAST).write(file))
                            .append(" 0 R "));
            Map<String, Integer> written = new HashMap<>();
            String figures = "";
            if (face.photo() != null) {
                figures += " /Photo " + file.addStream(Photo.entries(face.photo()), face.photo()) + " 0 R";
            }
            if (blank.seal() != null) {
                figures += " /Seal " + blank.seal().write(file, written) + " 0 R";
            }
            List<Integer> pages = new ArrayList<>();
            for (int page = 0; page < sheets.size(); page++) {
                int art = blank.artwork().get(page).write(file, written);
                int content = file.addStream(
                        "/Filter /FlateDecode", PdfFile.packed(sheets.get(page).operators(), FAST));
                StringBuilder body = new StringBuilder("<< /Type /Page /Parent ").append(pageTree);
                body.append(" 0 R /MediaBox ")
                        .append(Sheet.box(
                                0, 0, blank.layout().width(), blank.layout().height()));
                body.append(" /Contents ")
                        .append(content)
                        .append(" 0 R /Tabs /S /StructParents ")
                        .append(page);
                body.append(page == 0 ? " /Annots [" + widget + " 0 R]" : "");
                body.append(" /Resources << /Font << ")
                        .append(fonts)
                        .append(">> /XObject << /Art ")
                        .append(art);
                pages.add(file.add(body.append(" 0 R").append(figures).append(" >> >> >>")));
            }
            StringBuilder kids = new StringBuilder("<< /Type /Pages /Count " + pages.size() + " /Kids [");
            pages.forEach(page -> kids.append(page).append(" 0 R "));
            file.write(pageTree, kids.append("] >>"));
            return pages;
        }

        /** Leaves room for the byte range and the signature, and remembers where. */
        private int signature() {
            String head = "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M "
                    + PDF_TIME.format(issued) + " /Name " + PdfFile.text(face.issuerZh())
                    + " /Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams"
                    + " /P 1 /V /1.2 >> >>] /ByteRange [";
            int number = file.reserve();
            int start = file.length() + Integer.toString(number).length() + " 0 obj\n".length();
            range = start + head.length();
            signature = range + RANGE.length() + "] /Contents <".length();
            file.write(number, head + RANGE + "] /Contents <" + "0".repeat(2 * signer.room()) + "> >>");
            return number;
        }

        private byte[] signed(byte[] bytes) {
            int from = signature - 1;
            int to = signature + 2 * signer.room() + 1;
            put(bytes, range, "0 " + from + " " + to + " " + (bytes.length - to));
            byte[] cms = signer.sign(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
            put(bytes, signature, Digits.hex(cms));
            return bytes;
        }

        private void put(byte[] bytes, int at, String text) {
            byte[] ascii = text.getBytes(ISO_8859_1);
            System.arraycopy(ascii, 0, bytes, at, ascii.length);
        }
    }
}
