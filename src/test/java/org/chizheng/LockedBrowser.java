package org.chizheng;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

import org.eclipse.microprofile.config.ConfigProvider;

/** Proves keys as Safe Exam Browser does, by another way than the service. */
record LockedBrowser(String configKey, String examKey) {
    private static final String PUBLIC_URL = ConfigProvider.getConfig().getValue("chizheng.public-url", String.class);

    /** What its engine adds to a request. */
    Map<String, String> headers(String path) {
        return Map.of(
                "X-SafeExamBrowser-ConfigKeyHash", proof(path, configKey),
                "X-SafeExamBrowser-RequestHash", proof(path, examKey));
    }

    /** What it puts into a page that asks. */
    String pageProof() {
        return proof("/exam/room", configKey);
    }

    String pageExamProof() {
        return proof("/exam/room", examKey);
    }

    private static String proof(String path, String key) {
        try {
            byte[] text = (PUBLIC_URL + path + key).getBytes(UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
