package org.chizheng.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.chizheng.certificate.document.DocumentPress;
import org.chizheng.certificate.token.KeyId;
import org.chizheng.certificate.token.KeyRegistering;
import org.chizheng.certificate.token.Purpose;
import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.document.DocumentKey;
import org.chizheng.common.document.DocumentSigner;

import io.quarkus.runtime.StartupEvent;

/** The one press of the service. */
@ApplicationScoped
class PressRoom {
    @Produces
    @Singleton
    DocumentPress press(DocumentSigner signer, DocumentConfig documents) {
        return new DocumentPress(signer, documents.printedSeal());
    }

    /** So that documents can be told from others' for good, whichever key signs by then. */
    void register(@Observes StartupEvent event, ChizhengConfig config, OfficialClock clock, KeyRegistering keys) {
        byte[] spki = DocumentKey.of(config.documentKey(), config.documentCertificate(), clock.now())
                .chain()
                .get(0)
                .getPublicKey()
                .getEncoded();
        keys.register(Purpose.DOCUMENT, KeyId.of(spki), "ES256", spki);
    }
}
