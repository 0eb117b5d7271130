package org.chizheng.fitness.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a message to a webhook shows that it is ours: HMAC-SHA-256 with the webhook's secret over the time in seconds, a dot and the body, so that an old message cannot be sent again as new. */
public final class HookSignature {
    private HookSignature() {}

    /** @return v1= and 64 lower-case hexadecimal digits */
    public static String of(String secret, long epochSecond, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "v1=" + HexFormat.of().formatHex(mac.doFinal((epochSecond + "." + body).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
