package org.chizheng.certificate.document;

/** Noto Serif SC, and Hana Mincho B for the characters beyond it (CJK extensions B to F), glyph by glyph; the second is read when a name first needs it. */
public final class Typefaces {
    private Typefaces() {}

    private static final class Main {
        static final Typeface FACE = Typeface.packed("NotoSerifSC_500Medium.ttf");
    }

    private static final class Rare {
        static final Typeface FACE = Typeface.packed("HanaMinB.ttf");
    }

    /** Reads the main typeface, so that nobody waits for it later. */
    public static void warm() {
        main();
    }

    static Typeface main() {
        return Main.FACE;
    }

    static Typeface rare() {
        return Rare.FACE;
    }

    /** The characters of the text that neither typeface has, in their order. */
    public static String unprintable(String text) {
        return text.codePoints()
                .filter(point -> main().glyph(point) == 0 && (!isIdeograph(point) || rare().glyph(point) == 0))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The rare typeface's own Latin letters are not used: they would stand out of their word. */
    static boolean isIdeograph(int point) {
        return Character.isIdeographic(point);
    }
}
