package org.chizheng.common;

import java.util.Base64;

/** Settings of a test: keys filled with one byte. */
record TestConfig(String dataKey, String sealKey) implements ChizhengConfig {
    TestConfig(int fill, String sealKey, int keyLength) {
        this(filled(fill, keyLength), sealKey);
    }

    TestConfig(int fill, String sealKey) {
        this(fill, sealKey, 32);
    }

    TestConfig(String dataKey) {
        this(dataKey, "");
    }

    private static String filled(int fill, int length) {
        byte[] bytes = new byte[length];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public java.util.Optional<String> firstAdministratorPassword() {
        return java.util.Optional.empty();
    }

    @Override
    public String indexKey() {
        return dataKey();
    }

    @Override
    public String sessionKey() {
        return "";
    }

    @Override
    public String claimKey() {
        return "";
    }

    @Override
    public String documentKey() {
        return "";
    }

    @Override
    public java.util.Optional<String> statusKey() {
        return java.util.Optional.empty();
    }

    @Override
    public java.util.Optional<String> credentialKey() {
        return java.util.Optional.empty();
    }

    @Override
    public String issuerLetters() {
        return "";
    }

    @Override
    public String documentCertificate() {
        return "";
    }

    @Override
    public String publicUrl() {
        return "";
    }

    @Override
    public boolean demo() {
        return false;
    }

    @Override
    public String questionBank() {
        return "";
    }

    @Override
    public String issuerZh() {
        return "";
    }

    @Override
    public String issuerEn() {
        return "";
    }
}
