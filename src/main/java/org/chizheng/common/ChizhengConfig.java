package org.chizheng.common;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an installation sets. Secrets have no defaults: {@code org.chizheng.launch} refuses to start without them. */
@ConfigMapping(prefix = "chizheng")
public interface ChizhengConfig {
    /** AES-256 key that seals personal data, 32 bytes in Base64. */
    String dataKey();

    /** HMAC key of the blind indexes, 32 bytes in Base64. */
    String indexKey();

    /** Key of the sign-in cookie, 32 bytes in Base64. */
    String sessionKey();

    /** Ed25519 private key (PKCS#8 in Base64) that signs audit seals and receipts. */
    String sealKey();

    /** Ed25519 or SM2 private key (PKCS#8 in Base64 or PEM) that signs the claims in certificates' QR codes. */
    String claimKey();

    /** The same for status lists; the claim key signs them where there is none. */
    Optional<String> statusKey();
    /** P-256 private key (PKCS#8 in Base64 or PEM) that signs certificates as documents. */
    String documentKey();

    /** The certificate of {@link #documentKey} and those above it, PEM. */
    String documentCertificate();

    /** Ed25519 private key that signs credentials for wallets; where there is none, the claim key does, if it is one of Ed25519. */
    Optional<String> credentialKey();

    /** Address under which the public reaches this service; printed in QR codes. No trailing slash. */
    String publicUrl();

    /** True in the demo profile: demo accounts, published bank, DEMO mark on certificates. */
    @WithDefault("false")
    boolean demo();

    /** Password of the account {@code administrator}, opened at start while nobody is administrator yet; unset it afterwards. */
    Optional<String> firstAdministratorPassword();

    /** Folder of the item banks to load at start. */
    @WithDefault("question-bank")
    String questionBank();

    /** Issuing authority as printed on certificates. */
    @WithDefault("江苏省应急管理厅")
    String issuerZh();

    @WithDefault("Jiangsu Provincial Department of Emergency Management")
    String issuerEn();

    /** The issuing province in claims and lists of keys, as its letters in GB/T 2260. */
    @WithDefault("JS")
    String issuerLetters();
}
