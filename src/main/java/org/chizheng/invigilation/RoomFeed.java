package org.chizheng.invigilation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.chizheng.common.Ids;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * One room as all consoles of this replica see it. It is read once for all of them, and each is told what has changed since what it knows: a version of this feed.
 * Who knows nothing, or a version of another replica's feed, is told everything.
 */
final class RoomFeed {
    /** Within this, what was read is fresh enough for everybody; in nanoseconds. Half a second of ticks stays above it. */
    private static final long FRESH = 400_000_000;

    private static final int TOLD = 100;

    private final String name = Ids.next().toString().substring(24);
    private final UUID session;
    private final RoomReading reading;
    private final ObjectMapper json;
    private final Map<String, Kept> lines = new LinkedHashMap<>();
    private final Map<UUID, Progress> known = new HashMap<>();
    private final Deque<Dated> events = new ArrayDeque<>();
    private final Deque<Dated> commands = new ArrayDeque<>();
    private long version;
    private long command;
    private long goneAt;
    private RoomReading.Look room;
    private long readAt;
    private Map<String, Object> step = Map.of();
    private News told;
    private String toldSince;

    RoomFeed(UUID session, RoomReading reading, ObjectMapper json) {
        this.session = session;
        this.reading = reading;
        this.json = json;
    }

    /** What one who asks is told. json is null if there is nothing new; version is what is known with it. */
    record News(String version, String json) {}

    /** changed: the version in which the line got its present form. */
    private record Kept(Line line, long changed) {}

    private record Dated(Object what, long version) {}

    /** What happened to a candidate; at is in milliseconds since 1970. */
    private record Event(long at, String ticket, String what) {}

    /** Reads the room, unless that was done just now. @throws RuntimeException if the database does not answer; then nothing has changed here */
    synchronized void refresh() {
        long now = System.nanoTime();
        if (room == null || now - readAt >= FRESH) {
            take(reading.look(session, known, command));
            readAt = now;
        }
    }

    private String version() {
        return name + "-" + version;
    }

    private void take(RoomReading.Look look) {
        long next = version + 1;
        List<Map<String, Object>> changed = new ArrayList<>();
        List<Event> news = new ArrayList<>();
        Set<String> there = new HashSet<>();
        for (RoomReading.Seen seen : look.candidates()) {
            there.add(seen.ticket());
            Kept kept = lines.get(seen.ticket());
            Line before = kept == null ? null : kept.line();
            Line line = line(seen, news).after(before);
            if (line != before) {
                changed.add(line.since(before));
                lines.put(seen.ticket(), new Kept(line, next));
            }
        }
        boolean gone = lines.keySet().retainAll(there);
        news.sort((a, b) -> Long.compare(a.at(), b.at()));
        boolean roomChanged = room == null
                || !Objects.equals(room.state(), look.state())
                || !Objects.equals(room.startedAt(), look.startedAt())
                || !Objects.equals(room.pausedAt(), look.pausedAt());
        room = look;
        List<JsonNode> given = given(look.commands());
        if (changed.isEmpty() && news.isEmpty() && given.isEmpty() && !gone && !roomChanged) {
            return;
        }
        version = next;
        goneAt = gone ? next : goneAt;
        keep(events, news, next);
        keep(commands, given, next);
        step = message(changed, news, given);
    }

    private Line line(RoomReading.Seen seen, List<Event> news) {
        Progress progress =
                seen.sitting() == null ? new Progress() : known.computeIfAbsent(seen.sitting(), id -> new Progress());
        for (RoomReading.Entry entry : seen.entries()) {
            progress.take(entry).ifPresent(what -> news.add(new Event(entry.at(), seen.ticket(), what)));
        }
        return new Line(
                seen.id(),
                seen.ticket(),
                seen.name(),
                seen.seat(),
                seen.state(),
                seen.locked(),
                progress.answered(),
                seen.until(),
                seen.held(),
                seen.seen(),
                seen.silent(),
                seen.waived(),
                seen.gaps(),
                progress.notes());
    }

    private List<JsonNode> given(JsonNode newest) {
        List<JsonNode> given = new ArrayList<>();
        if (newest != null) {
            newest.forEach(one -> given.add(0, one));
            command = given.get(given.size() - 1).get("number").asLong();
        }
        return given;
    }

    private static void keep(Deque<Dated> kept, List<?> news, long version) {
        news.forEach(one -> kept.add(new Dated(one, version)));
        while (kept.size() > TOLD) {
            kept.remove();
        }
    }

    /**
     * What has changed since then, as it was read last. The consoles mostly ask for the same, which is written once.
     *
     * @param since the version that is known; null or anything else for everything
     */
    synchronized News since(String since) {
        if (version().equals(since)) {
            return new News(since, null);
        }
        if (told == null || !told.version().equals(version()) || !Objects.equals(toldSince, since)) {
            toldSince = since;
            told = new News(version(), written(changes(number(since))));
        }
        return told;
    }

    private long number(String since) {
        try {
            return since != null && since.startsWith(name + "-")
                    ? Long.parseLong(since.substring(name.length() + 1))
                    : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private Map<String, Object> changes(long from) {
        if (from == version - 1 && from > 0 && goneAt < version) {
            return step;
        }
        boolean whole = from <= 0 || from < goneAt || from > version;
        long after = whole ? 0 : from;
        List<Map<String, Object>> changed = lines.values().stream()
                .filter(kept -> kept.changed() > after)
                .map(kept -> kept.line().whole())
                .toList();
        Map<String, Object> message = message(changed, later(events, after), later(commands, after));
        if (whole) {
            message.put("whole", true);
        }
        return message;
    }

    private static List<Object> later(Deque<Dated> kept, long than) {
        return kept.stream()
                .filter(one -> one.version() > than)
                .map(Dated::what)
                .toList();
    }

    private Map<String, Object> message(List<?> changed, List<?> news, List<?> given) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("now", room.now());
        message.put("state", room.state());
        if (room.startedAt() != null) {
            message.put("startedAt", room.startedAt());
        }
        if (room.pausedAt() != null) {
            message.put("pausedAt", room.pausedAt());
        }
        put(message, "lines", changed);
        put(message, "events", news);
        put(message, "commands", given);
        return message;
    }

    private static void put(Map<String, Object> message, String field, List<?> values) {
        if (!values.isEmpty()) {
            message.put(field, values);
        }
    }

    private String written(Map<String, Object> message) {
        Map<String, Object> all = new LinkedHashMap<>(message);
        all.put("version", version());
        try {
            return json.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
