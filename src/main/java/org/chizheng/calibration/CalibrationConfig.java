package org.chizheng.calibration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** From where on a measured difficulty takes the place of the author's. */
@ConfigMapping(prefix = "chizheng.calibration")
interface CalibrationConfig {
    /** With 200 answers the standard error of a difficulty is about 0.16 standard deviations of ability, a quarter of what items of one author's difficulty differ by. */
    @WithDefault("200")
    int responses();

    /** In standard deviations of ability: half of what items of one author's difficulty differ by (0.6), so that measuring takes more uncertainty away than it brings. */
    @WithDefault("0.3")
    double error();

    /** With 1,000 answers the standard error of a discrimination is about 0.1, less than discriminations differ by (0.3); with fewer, the common one errs less. */
    @WithDefault("1000")
    int ownSlope();
}
