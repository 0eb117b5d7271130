package org.chizheng.scoring.rule;

import java.util.List;

/** How many results a regrade leaves, raises and lowers, and how many of them come to pass or no longer pass. */
public record Tally(int unchanged, int up, int down, int toPass, int toFail) {
    /** One result before and after. */
    public record Move(int oldRaw, int newRaw, boolean oldPassed, boolean newPassed) {}

    public static Tally of(List<Move> moves) {
        int up = 0;
        int down = 0;
        int toPass = 0;
        int toFail = 0;
        for (Move move : moves) {
            up += move.newRaw() > move.oldRaw() ? 1 : 0;
            down += move.newRaw() < move.oldRaw() ? 1 : 0;
            toPass += move.newPassed() && !move.oldPassed() ? 1 : 0;
            toFail += move.oldPassed() && !move.newPassed() ? 1 : 0;
        }
        return new Tally(moves.size() - up - down, up, down, toPass, toFail);
    }
}
