package org.chizheng.session;

import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** A rehearsal wanted: so many made-up candidates in this room, within its seats. */
public record RehearsalForm(
        @NotNull UUID room,
        @Min(1) @Max(100_000) int candidates,
        @NotBlank String qualification) {}
