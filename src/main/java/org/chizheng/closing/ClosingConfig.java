package org.chizheng.closing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an installation asks of the records of its rooms. */
@ConfigMapping(prefix = "chizheng.closing")
interface ClosingConfig {
    /**
     * Whether results wait until their room is closed. Off by default: no rule that we know makes the record a condition of the release, and a room whose record is a day
     * late must not hold up a legal deadline unless the authority wants it so.
     */
    @WithDefault("false")
    boolean requiredForRelease();
}
