package org.chizheng.account;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How codes are given out. None of the numbers is a law's. */
@ConfigMapping(prefix = "chizheng.account")
public interface AccountConfig {
    /** How long a code is good, from the moment it was asked for. */
    @WithDefault("PT10M")
    Duration codeValid();

    /** How often a code may be tried. With five asks a day somebody who guesses has 25 chances in a million. */
    @WithDefault("5")
    int codeTries();

    /** How often a day somebody may ask with the same document number, and with the same telephone number. */
    @WithDefault("5")
    int asksADay();

    /** How often an hour somebody may ask from the same address. Schools and enterprises have one for a whole room. */
    @WithDefault("120")
    int asksAnHour();
}
