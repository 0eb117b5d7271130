package org.chizheng.bank;

/**
 * A picture that somebody hands in, looked at with the care that figures of the bank's files get.
 *
 * @param figure null when it is refused
 * @param fault why it is refused, in a few technical words; empty when it is not
 */
public record HandedInPicture(Figure figure, String fault) {
    private static final int PNG = 0x89;

    /** @param bytes of a PNG or an SVG file of at most 200 KB; anything else is refused */
    public static HandedInPicture of(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > FigureFile.LARGEST) {
            return new HandedInPicture(null, bytes.length + " B, 1 … " + FigureFile.LARGEST + " B");
        }
        try {
            boolean png = (bytes[0] & 0xff) == PNG;
            return new HandedInPicture(png ? PngFile.check(bytes) : SvgFile.check(bytes), "");
        } catch (FigureFile.Unfit e) {
            return new HandedInPicture(null, e.getMessage());
        }
    }
}
