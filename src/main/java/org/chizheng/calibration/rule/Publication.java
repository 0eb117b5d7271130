package org.chizheng.calibration.rule;

import java.util.Optional;

/**
 * Which measured difficulty is good enough for papers to be balanced by.
 *
 * @param responses with fewer, the author's difficulty stands
 * @param error standard error of the difficulty up to which it counts, in standard deviations of ability
 * @param ownSlope responses from which the item's own discrimination is used (2PL) and not the common one (Rasch)
 */
public record Publication(int responses, double error, int ownSlope) {
    /**
     * An item whose better candidates do worse is not published, whatever its numbers: it needs an author, not a balance.
     *
     * @param rasch its parameters with the common discrimination, if it has any
     * @param own with its own
     */
    public Optional<ItemParameters> choose(
            Optional<ItemParameters> rasch, Optional<ItemParameters> own, long answered) {
        boolean reversed = own.isPresent() && own.get().a() <= 0;
        Optional<ItemParameters> chosen =
                answered >= ownSlope && own.isPresent() && own.get().seB() <= error ? own : rasch;
        return chosen.filter(item -> !reversed && answered >= responses && item.a() > 0 && item.seB() <= error);
    }
}
