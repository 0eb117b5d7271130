package org.chizheng.certificate.life;

import org.chizheng.certificate.rule.Act;

/**
 * On what an act may rest, as the law has it.
 *
 * @param code class of the reason, such as FRAUD
 * @param severe another officer must confirm the act
 * @param banYears years for which the holder may not be examined afterwards, 0 for none
 * @param mark how sure we are of it; UNCERTAIN is shown
 */
public record Ground(
        String policy,
        Act act,
        String code,
        String zh,
        String en,
        String article,
        boolean severe,
        int banYears,
        String mark) {
    public boolean provisional() {
        return mark.equals("UNCERTAIN");
    }
}
