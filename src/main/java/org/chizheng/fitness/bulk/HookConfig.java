package org.chizheng.fitness.bulk;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where messages may go. */
@ConfigMapping(prefix = "chizheng.webhook")
public interface HookConfig {
    /** For tests and demonstrations: addresses inside the own network, and plain http. */
    @WithDefault("false")
    boolean privateTargets();

    /** File in PEM with the authorities that may vouch for the servers of enterprises, instead of those that Java trusts; unset: Java's. */
    Optional<String> trust();
}
