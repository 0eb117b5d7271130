package org.chizheng.scoring.rule;

/** Pass or fail. */
public final class PassRule {
    private PassRule() {}

    /** The cut score itself passes. */
    public static boolean passes(int raw, int cut) {
        return raw >= cut;
    }
}
