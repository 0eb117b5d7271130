package org.chizheng.rehearsal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What one candidate was told is saved, the newest of each item, for comparing with what a reopened page shows. */
final class Memory {
    private final Map<Integer, Event> newest = new HashMap<>();
    private int highest;
    private int kept;
    private String fault = "";

    void keep(Event event) {
        kept++;
        highest = Math.max(highest, event.sequence());
        newest.merge(event.item(), event, (a, b) -> a.sequence() > b.sequence() ? a : b);
    }

    /** @param unsaved what was sent, perhaps, and not acknowledged: the service may show it or not */
    void compare(String ticket, Opened told, Collection<Event> unsaved) {
        if (told.nextSequence() <= highest) {
            fault(ticket, "next sequence " + told.nextSequence() + " after " + highest + " was acknowledged");
        }
        newest.values().forEach(event -> {
            String shown = told.answers().getOrDefault(event.item(), "");
            boolean fits = shown.equals(event.answer())
                    || unsaved.stream()
                            .anyMatch(
                                    u -> u.item() == event.item() && u.answer().equals(shown));
            if (!fits) {
                fault(
                        ticket,
                        "item %d, sequence %d: acknowledged \"%s\", found \"%s\""
                                .formatted(event.item(), event.sequence(), event.answer(), shown));
            }
        });
    }

    void receipt(String ticket, long count) {
        if (count < kept) {
            fault(ticket, "receipt of " + count + " after " + kept + " were acknowledged");
        }
    }

    private void fault(String ticket, String what) {
        if (fault.isEmpty()) {
            fault = "ticket " + ticket + ", " + what;
        }
    }

    String fault() {
        return fault;
    }
}
