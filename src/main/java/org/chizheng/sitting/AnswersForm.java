package org.chizheng.sitting;

import java.util.List;

/** What a page sends: its epoch and at most 500 events not yet acknowledged. */
public record AnswersForm(int epoch, List<AnswerEvent> events) {
    public AnswersForm {
        events = events == null ? List.of() : List.copyOf(events);
    }
}
