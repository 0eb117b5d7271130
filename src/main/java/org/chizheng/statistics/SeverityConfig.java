package org.chizheng.statistics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an installation asks of figures about assessors. */
@ConfigMapping(prefix = "chizheng.statistics.severity")
interface SeverityConfig {
    /** Below so many shared candidates nothing is told of an assessor: the error would be as large as what it could show. Our choice; with fewer than two there is no error to tell. */
    @WithDefault("10")
    int leastShared();
}
