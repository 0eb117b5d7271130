package org.chizheng.journey;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** A made-up person with an obviously made-up name and a number whose check character is right (GB 11643). */
public record Newcomer(String name, String idNumber) {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final String SIGNS = "甲乙丙丁戊己庚辛壬癸";
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Newcomer next() {
        LocalDate birth = LocalDate.of(1970, 1, 1).plusDays(RANDOM.nextInt(365 * 30));
        String first17 =
                "320100" + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(RANDOM.nextInt(1000));
        char sign = SIGNS.charAt(RANDOM.nextInt(SIGNS.length()));
        return new Newcomer("演练" + sign + SIGNS.charAt(RANDOM.nextInt(SIGNS.length())), first17 + check(first17));
    }

    /** The check character that belongs to the first 17 digits. */
    public static char check(String first17) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (first17.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % 11);
    }
}
