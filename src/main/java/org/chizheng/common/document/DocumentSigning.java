package org.chizheng.common.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.OfficialClock;

/** The one signer of the service, with the key that was configured. */
@ApplicationScoped
class DocumentSigning {
    @Produces
    @Singleton
    DocumentSigner signer(ChizhengConfig config, OfficialClock clock) {
        return new DocumentSigner(DocumentKey.of(config.documentKey(), config.documentCertificate(), clock.now()));
    }
}
