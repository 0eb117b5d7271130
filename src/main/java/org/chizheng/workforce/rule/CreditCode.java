package org.chizheng.workforce.rule;

/** Unified social credit code, GB 32100: 18 characters, the last one a check character; positions 9–17 an organisation code with its own (GB 11714). */
public final class CreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final String ORGANISATION = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private CreditCode() {}

    public static boolean isValid(String code) {
        return code.matches("[0-9A-HJ-NPQRTUWXY]{18}")
                && checkCharacter(code) == code.charAt(17)
                && organisationHolds(code);
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static boolean organisationHolds(String code) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += ORGANISATION.indexOf(code.charAt(8 + i)) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        char expected = check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
        return expected == code.charAt(16);
    }
}
