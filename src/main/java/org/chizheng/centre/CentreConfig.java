package org.chizheng.centre;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an installation asks of its centres. */
@ConfigMapping(prefix = "chizheng.centre")
public interface CentreConfig {
    /** Whether a centre without any accreditation on record may hold no sessions. Off: centres that were entered before accreditations were kept go on working. */
    @WithDefault("false")
    boolean accreditationRequired();

    /** How many days ahead what expires stands on top of its centre's page. */
    @WithDefault("60")
    int expiryDays();

    /**
     * Header in which the proxy tells the SHA-256 fingerprint of the client's certificate. Unset, no fingerprint is believed: whoever reaches the service past the proxy could write
     * the header, so the proxy must be the only way in and must drop the header that clients send.
     */
    Optional<String> certificateHeader();
}
