package org.chizheng.practical;

import java.util.List;

/** What a page sends: its epoch and at most 200 taps not yet acknowledged. */
public record TapsForm(int epoch, List<Tap> events) {
    public TapsForm {
        events = events == null ? List.of() : List.copyOf(events);
    }

    /** One tap: the page's own sequence number (1 to 20 000), the step's number on the sheet, points given or FAILED, empty to take it back. */
    public record Tap(int sequence, int item, String answer) {}
}
