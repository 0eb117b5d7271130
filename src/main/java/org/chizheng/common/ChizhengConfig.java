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
}
