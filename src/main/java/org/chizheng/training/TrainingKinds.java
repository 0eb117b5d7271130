package org.chizheng.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.chizheng.common.Messages;

/** The kinds of training, done or planned. */
public final class TrainingKinds {
    public static final List<String> ALL = List.of("INITIAL", "YEARLY", "RENEWAL", "AFTER_ACCIDENT");

    private TrainingKinds() {}

    /** By code or by name in either language, whatever the case. */
    public static Optional<String> named(String text) {
        return ALL.stream()
                .filter(kind -> Stream.of(
                                kind,
                                Messages.get("zh", "training_kind_" + kind),
                                Messages.get("en", "training_kind_" + kind))
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT))))
                .findFirst();
    }
}
