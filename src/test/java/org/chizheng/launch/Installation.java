package org.chizheng.launch;

import java.util.HashMap;
import java.util.Map;

/** The settings of a real installation, with keys of its own. */
final class Installation {
    private Installation() {}

    static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("QUARKUS_PROFILE", "prod");
        settings.put("CHIZHENG_DATA_KEY", Secrets.random());
        settings.put("CHIZHENG_INDEX_KEY", Secrets.random());
        settings.put("CHIZHENG_SESSION_KEY", Secrets.random());
        settings.put("CHIZHENG_SEAL_KEY", Secrets.sealKey());
        settings.put("CHIZHENG_CLAIM_KEY", Secrets.sealKey());
        DocumentKeys.Pair signer = DocumentKeys.made();
        settings.put("CHIZHENG_DOCUMENT_KEY", signer.key());
        settings.put("CHIZHENG_DOCUMENT_CERTIFICATE", signer.certificate());
        settings.put("CHIZHENG_PUBLIC_URL", "https://exam.example.org");
        return settings;
    }
}
