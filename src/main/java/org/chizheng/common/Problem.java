package org.chizheng.common;

import java.util.List;
import java.util.Map;

/** A refusal as problem+json (RFC 9457), in a language. */
record Problem(int status, String title, String detail, String reason) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(String lang, Reason reason, List<Object> arguments) {
        return new Problem(
                reason.status(),
                Messages.get(lang, "common_refused_title_" + reason.status()),
                Messages.get(lang, reason.messageKey(), arguments),
                reason.name());
    }

    Map<String, Object> asMap() {
        return Map.of("status", status, "title", title, "detail", detail, "reason", reason);
    }
}
