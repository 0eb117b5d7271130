package org.chizheng.sitting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How answers are written on this replica. */
@ConfigMapping(prefix = "chizheng.sitting")
interface SittingConfig {
    /** Threads that write, each with its share of the sittings. */
    @WithDefault("2")
    int writers();

    /** Acts that may wait for one writer; beyond it the answer is "try again". */
    @WithDefault("20000")
    int queue();
}
