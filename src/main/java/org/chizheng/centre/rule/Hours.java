package org.chizheng.centre.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The hours of a day, in order and apart from each other; none: closed. Written 08:30-12:00, 13:30-17:30; 00:00-24:00 is the whole day. */
public record Hours(List<Span> spans) {
    /** The whole day. */
    public static final Hours ALWAYS = new Hours(List.of(new Span(0, 1440)));
    /** Not at all. */
    public static final Hours CLOSED = new Hours(List.of());

    private static final Pattern SPAN =
            Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d)\\s*[-–—~至]\\s*([01]?\\d|2[0-4]):([0-5]\\d)");
    private static final int HOUR = 60;

    /**
     * From one minute of the day to another.
     *
     * @param opens 0 to 1439
     * @param closes 1 to 1440, later than opens; that minute itself is closed
     */
    public record Span(int opens, int closes) {
        @Override
        public String toString() {
            return time(opens) + "-" + time(closes);
        }

        private static String time(int minute) {
            return "%02d:%02d".formatted(minute / HOUR, minute % HOUR);
        }
    }

    /** @throws IllegalArgumentException if a span ends before it begins, ends beyond the day or overlaps the next; touching ones become one */
    public Hours {
        List<Span> joined = new ArrayList<>();
        for (Span span :
                spans.stream().sorted(Comparator.comparingInt(Span::opens)).toList()) {
            Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (span.opens() < 0
                    || span.closes() > 24 * HOUR
                    || span.closes() <= span.opens()
                    || last != null && span.opens() < last.closes()) {
                throw new IllegalArgumentException(span.toString());
            }
            if (last != null && span.opens() == last.closes()) {
                joined.set(joined.size() - 1, new Span(last.opens(), span.closes()));
            } else {
                joined.add(span);
            }
        }
        spans = List.copyOf(joined);
    }

    /** @return empty if the text cannot be read as such; a blank one is a closed day */
    public static Optional<Hours> parse(String text) {
        List<Span> spans = new ArrayList<>();
        for (String part : text.isBlank() ? new String[0] : text.split("[,，;；、]")) {
            Matcher matcher = SPAN.matcher(part.strip());
            if (!matcher.matches()) {
                return Optional.empty();
            }
            spans.add(new Span(minute(matcher, 1), minute(matcher, 3)));
        }
        try {
            return Optional.of(new Hours(spans));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int minute(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group)) * HOUR + Integer.parseInt(matcher.group(group + 1));
    }

    public boolean isClosed() {
        return spans.isEmpty();
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return spans.stream().map(Span::toString).collect(Collectors.joining(", "));
    }
}
