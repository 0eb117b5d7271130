package org.chizheng.sitting;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** At most twenty notes at once. */
public record NotesForm(int epoch, @Size(max = 20) List<@NotNull PageNote> notes) {
    public NotesForm {
        notes = notes == null ? List.of() : java.util.Collections.unmodifiableList(notes);
    }
}
