package org.chizheng.verification.scan;

import java.time.Duration;
import java.time.Period;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What counts as odd among the checks of certificates, and how long the log of them is kept. */
@ConfigMapping(prefix = "chizheng.verification")
public interface ScanConfig {
    /** So many codes that do not exist, from one network within the window, bar it. */
    @WithDefault("30")
    int guesses();

    @WithDefault("PT10M")
    Duration guessWindow();

    /** How long a network is barred. */
    @WithDefault("PT15M")
    Duration bar();

    /** A certificate checked from so many networks on one day raises an alarm: its code may stand on forged papers. */
    @WithDefault("50")
    int sitesADay();

    /** Longest time that a check stays in the log. */
    @WithDefault("P400D")
    Period kept();
}
