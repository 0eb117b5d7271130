package org.chizheng;

import java.util.UUID;

import org.chizheng.workforce.rule.CreditCode;

/** Made-up credit codes, another one each time. */
public final class CreditCodes {
    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CreditCodes() {}

    /** Of an enterprise. */
    static String enterprise() {
        return with("91320700");
    }

    /** Of a training provider. */
    public static String provider() {
        return with("52320100");
    }

    /** Both check characters are found by trying. */
    private static String with(String registrar) {
        String body =
                registrar + "%08d".formatted(Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 100_000_000));
        return SIGNS.chars()
                .boxed()
                .flatMap(own -> SIGNS.chars().mapToObj(check -> body + (char) (int) own + (char) check))
                .filter(CreditCode::isValid)
                .findFirst()
                .orElseThrow();
    }
}
