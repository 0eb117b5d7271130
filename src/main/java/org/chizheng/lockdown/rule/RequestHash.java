package org.chizheng.lockdown.rule;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** What Safe Exam Browser proves a key by, without telling it: SHA-256 over the address asked for and the key, in hexadecimal. */
public final class RequestHash {
    private RequestHash() {}

    /** @param url absolute; a fragment is not part of the proof. @param key in small hexadecimal digits */
    public static String of(String url, String key) {
        int fragment = url.indexOf('#');
        return sha256((fragment < 0 ? url : url.substring(0, fragment)) + key);
    }

    /** Takes as long for a wrong proof as for a right one. @param proof as it arrived, null if none did */
    public static boolean isRight(String proof, String url, String key) {
        return proof != null
                && MessageDigest.isEqual(
                        of(url, key).getBytes(US_ASCII),
                        proof.strip().toLowerCase(Locale.ROOT).getBytes(UTF_8));
    }

    /** SHA-256 of a text in UTF-8, in small hexadecimal digits: also how the browser keeps its quit password. */
    public static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
