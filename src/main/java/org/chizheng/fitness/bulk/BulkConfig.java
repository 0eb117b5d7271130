package org.chizheng.fitness.bulk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much may be asked at once. */
@ConfigMapping(prefix = "chizheng.bulk")
public interface BulkConfig {
    /** Rows within an hour, by account; all keys of an enterprise count together. Twice the largest file. */
    @WithDefault("20000")
    int rowsAnHour();

    /**
     * Different numbers that may be tried for one name within a day, of people who are not the asker's own. Whoever knows a name, a birthday and a county is left with some 500
     * numbers; a roster of thousands has the commonest name about thirty times.
     */
    @WithDefault("50")
    int triesAName();
}
