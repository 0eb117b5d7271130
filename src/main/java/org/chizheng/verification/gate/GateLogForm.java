package org.chizheng.verification.gate;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Entries of a gate's log, at most five hundred at once. */
public record GateLogForm(@Size(min = 1, max = 500) List<@NotNull @Valid GateEntry> entries) {
    public GateLogForm {
        entries = entries == null ? List.of() : java.util.Collections.unmodifiableList(entries);
    }
}
