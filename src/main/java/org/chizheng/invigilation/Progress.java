package org.chizheng.invigilation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How far a sitting's log has been read here, and what it says: only what was appended since is read again. */
final class Progress {
    /** What a page tells of itself that an invigilator wants to know at once. */
    private static final Set<String> TELLING =
            Set.of("COPY", "CUT", "PASTE", "PRINT", "CONTEXT_MENU", "LEFT", "OFFLINE", "RELOADED");

    private int position;
    private int answered;
    private final Map<Integer, Last> answers = new HashMap<>();
    private final Map<String, Integer> notes = new TreeMap<>();

    /** What the candidate did last with an item, by the page's own numbering. */
    private record Last(int sequence, boolean filled) {}

    /** Takes the next entry of the log. @return what is to be told of it at once, if anything: a note's kind, OPENED for another page, or CLOSED */
    Optional<String> take(RoomReading.Entry entry) {
        position = entry.position();
        return switch (entry.kind()) {
            case "ANSWERED" -> {
                if (entry.counted()) {
                    answer(entry.sequence(), entry.item(), !entry.word().isEmpty());
                }
                yield Optional.empty();
            }
            case "NOTED" -> {
                notes.merge(entry.word(), 1, Integer::sum);
                yield Optional.of(entry.word()).filter(TELLING::contains);
            }
            case "OPENED" -> "1".equals(entry.word()) ? Optional.empty() : Optional.of(entry.kind());
            case "CLOSED" -> Optional.of(entry.kind());
            default -> Optional.empty();
        };
    }

    private void answer(int sequence, int item, boolean filled) {
        Last before = answers.get(item);
        if (before == null || before.sequence() < sequence) {
            answered += (filled ? 1 : 0) - (before != null && before.filled() ? 1 : 0);
            answers.put(item, new Last(sequence, filled));
        }
    }

    int position() {
        return position;
    }

    int answered() {
        return answered;
    }

    /** As it is now; a later note does not change it. */
    Map<String, Integer> notes() {
        return notes.isEmpty() ? Map.of() : Map.copyOf(notes);
    }
}
