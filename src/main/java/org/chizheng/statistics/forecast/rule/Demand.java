package org.chizheng.statistics.forecast.rule;

/**
 * What a month takes.
 *
 * @param share of what is open at the beginning
 * @param hours of training, as far as the policy says how many
 * @param training planned classes beside these hours
 * @param unsaid people of whom the policy does not say how many hours they train
 */
public record Demand(
        long share,
        Flow flow,
        Certified certified,
        Places theory,
        Places practical,
        long hours,
        Training training,
        long unsaid) {
    public static final Demand NONE =
            new Demand(0, Flow.NONE, Certified.NONE, Places.NONE, Places.NONE, 0, Training.NONE, 0);

    public Demand plus(Demand more) {
        return new Demand(
                share + more.share,
                flow.plus(more.flow),
                certified.plus(more.certified),
                theory.plus(more.theory),
                practical.plus(more.practical),
                hours + more.hours,
                training.plus(more.training),
                unsaid + more.unsaid);
    }
}
