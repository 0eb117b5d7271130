package org.chizheng.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an installation asks of its rooms. */
@ConfigMapping(prefix = "chizheng.session")
interface SessionConfig {
    /** Whether a real session is planned only in a room that was rehearsed at its seat count. */
    @WithDefault("true")
    boolean rehearsalRequired();

    /** Whether several sessions may be planned in one room at the same time. */
    @WithDefault("false")
    boolean roomsShared();
}
