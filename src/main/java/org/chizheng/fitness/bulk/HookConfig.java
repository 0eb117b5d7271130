package org.chizheng.fitness.bulk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where messages may go. */
@ConfigMapping(prefix = "chizheng.webhook")
public interface HookConfig {
    /** For tests and demonstrations: addresses inside the own network, and plain http. */
    @WithDefault("false")
    boolean privateTargets();
}
