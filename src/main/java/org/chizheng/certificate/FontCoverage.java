package org.chizheng.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.chizheng.certificate.document.Typefaces;
import org.chizheng.people.PrintableNames;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** What the certificate's typefaces can print. Read in the background at start, so that the first person entered does not wait for it. */
@ApplicationScoped
public class FontCoverage implements PrintableNames {
    void warm(@Observes StartupEvent event) {
        Infrastructure.getDefaultExecutor().execute(Typefaces::warm);
    }

    @Override
    public String unprintable(String name) {
        return Typefaces.unprintable(name);
    }
}
