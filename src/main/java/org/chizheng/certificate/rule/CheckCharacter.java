package org.chizheng.certificate.rule;

/** The check character of ISO 7064, MOD 37,36: finds every single wrong sign and every swap of neighbours. Of digits and the letters A to Z. */
final class CheckCharacter {
    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int MODULUS = 36;

    private CheckCharacter() {}

    /** @throws IllegalArgumentException if the text has another sign */
    static char of(CharSequence text) {
        int product = MODULUS;
        for (int i = 0; i < text.length(); i++) {
            int value = SIGNS.indexOf(text.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("neither digit nor capital letter: " + text.charAt(i));
            }
            int sum = (product + value) % MODULUS;
            product = (sum == 0 ? MODULUS : sum) * 2 % (MODULUS + 1);
        }
        return SIGNS.charAt((MODULUS + 1 - product) % MODULUS);
    }
}
