package org.chizheng.practice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How candidates practise. */
@ConfigMapping(prefix = "chizheng.practice")
interface PracticeConfig {
    /** Right answers in a row after which an item leaves the wrong-answer book: one may be a lucky guess, of two options above all; two seldom are. */
    @WithDefault("2")
    int leaveAfter();
}
