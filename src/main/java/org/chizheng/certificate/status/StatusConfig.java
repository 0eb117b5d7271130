package org.chizheng.certificate.status;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often status lists are signed and how long they count. */
@ConfigMapping(prefix = "chizheng.status")
public interface StatusConfig {
    /** A list is signed anew at this age, changed or not, so that its age says something. */
    @WithDefault("PT15M")
    Duration renew();

    /** From its signing on; a gate without a network refuses an older list. */
    @WithDefault("PT24H")
    Duration valid();
}
