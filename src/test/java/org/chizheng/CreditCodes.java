package org.chizheng;

import java.util.UUID;

import org.chizheng.workforce.rule.CreditCode;

/** Made-up credit codes of training providers. */
public final class CreditCodes {
    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CreditCodes() {}

    /** Both check characters are found by trying. */
    public static String random() {
        String body = "52320100%08d".formatted(Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 100_000_000));
        return SIGNS.chars()
                .boxed()
                .flatMap(own -> SIGNS.chars().mapToObj(check -> body + (char) (int) own + (char) check))
                .filter(CreditCode::isValid)
                .findFirst()
                .orElseThrow();
    }
}
