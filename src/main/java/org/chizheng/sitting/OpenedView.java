package org.chizheng.sitting;

import java.time.Instant;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** What has been answered, for the page that now owns the sitting; and the paper, whose frozen bytes {@link OpenedWriter} puts in as they are. */
@Schema(
        properties =
                @SchemaProperty(
                        name = "paper",
                        type = SchemaType.OBJECT,
                        description = "the frozen paper, its items in their order"))
public record OpenedView(
        String state,
        int epoch,
        int nextSequence,
        Instant serverTime,
        long remainingMillis,
        Map<Integer, String> answers,
        @JsonIgnore @Schema(hidden = true) byte[] body) {}
