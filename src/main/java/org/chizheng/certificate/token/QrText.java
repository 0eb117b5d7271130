package org.chizheng.certificate.token;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chizheng.certificate.rule.TokenDigits;
import org.chizheng.certificate.rule.VerificationCode;

/**
 * The text of a certificate's QR code: the address of its verification page, and behind # the token as digits, which a browser keeps to itself.
 *
 * @param code as the address gives it, or null where the digits stand alone
 * @param token bytes of the COSE_Sign1
 */
public record QrText(String code, byte[] token) {
    private static final Pattern TEXT = Pattern.compile("(?:https?://[!-~]{1,200}/v/([0-9A-Z]{20})#)?([0-9]{1,1800})");

    /** @param publicUrl without slash at its end */
    public static String of(String publicUrl, String code, byte[] token) {
        return publicUrl + "/v/" + code + "#" + TokenDigits.of(token);
    }

    /** @return empty if it is neither such a text nor the digits of a token alone */
    public static Optional<QrText> read(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches() || parts.group(1) != null && !VerificationCode.isWellFormed(parts.group(1))) {
            return Optional.empty();
        }
        return TokenDigits.bytes(parts.group(2)).map(token -> new QrText(parts.group(1), token));
    }
}
