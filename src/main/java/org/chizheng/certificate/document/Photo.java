package org.chizheng.certificate.document;

/** A JPEG as an image of a PDF: its own bytes, unchanged. */
final class Photo {
    private static final int FIRST_FRAME = 0xc0;
    private static final int LAST_FRAME = 0xcf;

    private Photo() {}

    /** @return the dictionary's entries. @throws IllegalArgumentException if it is not a JPEG in grey or colour */
    static String entries(byte[] jpeg) {
        int at = 2;
        while (at + 9 < jpeg.length && (jpeg[at] & 0xff) == 0xff) {
            int marker = jpeg[at + 1] & 0xff;
            if (marker >= FIRST_FRAME && marker <= LAST_FRAME && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                int colours = jpeg[at + 9];
                if (colours == 1 || colours == 3) {
                    return "/Type /XObject /Subtype /Image /Width " + Typeface.u16(jpeg, at + 7) + " /Height "
                            + Typeface.u16(jpeg, at + 5) + " /BitsPerComponent 8 /ColorSpace /"
                            + (colours == 1 ? "DeviceGray" : "DeviceRGB") + " /Filter /DCTDecode";
                }
                break;
            }
            at += 2 + Typeface.u16(jpeg, at + 2);
        }
        throw new IllegalArgumentException("the photo is not a JPEG in grey or colour");
    }
}
