package org.chizheng.exchange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/** In MathML the place among its neighbours says what an element is: the second in msup is the exponent, in mfrac the denominator. */
final class MathPlaces {
    private static final Set<String> SCRIPTS = Set.of("msup", "msub", "msubsup");
    private final Deque<Integer> counts = new ArrayDeque<>();
    private int place;

    /** @return whether the element that opens is an index or an exponent */
    boolean open(String name, String parent) {
        place = counts(parent) ? counts.pop() + 1 : 0;
        if (counts(parent)) {
            counts.push(place);
        }
        if (counts(name)) {
            counts.push(0);
        }
        return SCRIPTS.contains(parent) && place > 1;
    }

    /** @return what stands before the element that opened last */
    String sign(String name, String parent) {
        return (parent.equals("mfrac") && place == 2 ? "/" : "") + (name.equals("msqrt") ? "√(" : "");
    }

    /** @return whether an exponent ends (true) or an index (false); empty if neither does */
    Optional<Boolean> close(String name, String parent) {
        if (counts(name) && !counts.isEmpty()) {
            counts.pop();
        }
        if (!SCRIPTS.contains(parent) || counts.isEmpty() || counts.peek() < 2) {
            return Optional.empty();
        }
        return Optional.of(parent.equals("msup") || parent.equals("msubsup") && counts.peek() == 3);
    }

    private boolean counts(String name) {
        return name.equals("mfrac") || SCRIPTS.contains(name);
    }
}
