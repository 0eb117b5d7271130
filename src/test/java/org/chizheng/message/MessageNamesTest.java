package org.chizheng.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.chizheng.common.Messages;
import org.junit.jupiter.api.Test;

/** Every message that is sent has a name that people can read, in both languages. */
class MessageNamesTest {
    private static final List<String> FEATURES = List.of(
            "result_",
            "appeal_",
            "CERTIFICATE_",
            "application_",
            "booking_",
            "incident_",
            "account_",
            "practical_",
            "work_");

    @Test
    void noListShowsACode() {
        for (String lang : List.of("zh", "en")) {
            for (String feature : FEATURES) {
                assertThat(Messages.startingWith(lang, "message_" + feature))
                        .isNotEmpty()
                        .allSatisfy((key, words) -> {
                            String template = key.substring("message_".length());
                            assertThat(Messages.get(lang, "message_name_" + template))
                                    .as("%s %s", lang, template)
                                    .doesNotContain("?");
                        });
            }
        }
    }
}
