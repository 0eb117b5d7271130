package org.chizheng.people.rule;

import java.time.DateTimeException;
import java.time.LocalDate;

/** An 18-character identity number by GB 11643: check character MOD 11-2, birth date at 7–14, odd 17th digit for men. Residence permits (81, 82, 83) and the 2023 permanent residence card (9) share the rule. */
public record CitizenId(String number, LocalDate birthDate, boolean male) {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** @throws IllegalArgumentException naming what is wrong: FORM, DATE or CHECK */
    public static CitizenId parse(String text) {
        String number = text.strip().toUpperCase(java.util.Locale.ROOT);
        if (!number.matches("\\d{17}[\\dX]")) {
            throw new IllegalArgumentException("FORM");
        }
        LocalDate birth = date(number.substring(6, 14));
        if (checkCharacter(number) != number.charAt(17)) {
            throw new IllegalArgumentException("CHECK");
        }
        return new CitizenId(number, birth, (number.charAt(16) - '0') % 2 == 1);
    }

    private static LocalDate date(String digits) {
        try {
            return LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("DATE", e);
        }
    }

    /** The check character that belongs to the first 17 digits. */
    public static char checkCharacter(String first17) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (first17.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }
}
