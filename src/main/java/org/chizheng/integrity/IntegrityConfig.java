package org.chizheng.integrity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** From where on something is called striking. */
@ConfigMapping(prefix = "chizheng.integrity")
interface IntegrityConfig {
    /** Findings so striking that chance alone would bring fewer than so many to a whole session: with 0.05, one session of twenty has one by chance. */
    @WithDefault("0.05")
    double alarms();

    /** An answer that arrives sooner after the act before it cannot have been read (common threshold of Kong, Wise and Bhola 2007). */
    @WithDefault("3")
    double fastSeconds();
}
