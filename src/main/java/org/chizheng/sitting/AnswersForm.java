package org.chizheng.sitting;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

/** What a page sends: its epoch and events not yet acknowledged. */
public record AnswersForm(int epoch, @Size(max = 500) List<@Valid AnswerEvent> events) {
    public AnswersForm {
        events = events == null ? List.of() : List.copyOf(events);
    }
}
