package org.chizheng.sitting;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** One choice: the page's own sequence number (from 1), the item's number on the paper, option ids ascending and comma separated, empty to clear. */
public record AnswerEvent(
        @Min(1) @Max(1_000_000) int sequence,
        @Min(1) @Max(500) int item,
        @NotNull @Pattern(regexp = "([1-9](,[1-9]){0,8})?") String answer) {}
