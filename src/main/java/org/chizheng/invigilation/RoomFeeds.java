package org.chizheng.invigilation;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** The rooms that somebody watches on this replica: each is read twice a second while a console listens, and not at all otherwise. */
@ApplicationScoped
public class RoomFeeds {
    private static final Logger LOG = Logger.getLogger(RoomFeeds.class);
    private static final Duration TICK = Duration.ofMillis(500);
    /** A channel says something at least every so many ticks, so that one that is cut is noticed. */
    private static final int ALIVE = 10;
    /** Who listens is asked again who that is after this, by coming again. */
    private static final Duration LONGEST = Duration.ofMinutes(2);
    /** Kept for those who come again, or who ask from time to time. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Cache<UUID, WatchedRoom> rooms =
            Caffeine.newBuilder().expireAfterAccess(KEPT).build();
    private final RoomReading reading;
    private final ObjectMapper json;

    RoomFeeds(RoomReading reading, ObjectMapper json) {
        this.reading = reading;
        this.json = json;
    }

    private record WatchedRoom(RoomFeed feed, Multi<Long> ticks) {}

    private WatchedRoom room(UUID session) {
        return rooms.get(session, id -> {
            RoomFeed feed = new RoomFeed(id, reading, json);
            Multi<Long> ticks = Multi.createFrom()
                    .ticks()
                    .startingAfter(TICK)
                    .every(TICK)
                    .onOverflow()
                    .drop()
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .invoke(tick -> refresh(id, feed))
                    .broadcast()
                    .withCancellationAfterLastSubscriberDeparture()
                    .toAllSubscribers();
            return new WatchedRoom(feed, ticks);
        });
    }

    /** A database that does not answer for a while makes the channel silent; the consoles notice that. */
    private void refresh(UUID session, RoomFeed feed) {
        try {
            feed.refresh();
            // A room that is listened to does not expire.
            rooms.asMap().computeIfPresent(session, (id, room) -> room);
        } catch (RuntimeException e) {
            LOG.warnf("a watched room could not be read: %s", e.getMessage());
        }
    }

    /** @param since the version that is known; null or an unknown one for everything */
    RoomFeed.News news(UUID session, String since) {
        RoomFeed feed = room(session).feed();
        feed.refresh();
        return feed.since(since);
    }

    /** What has changed at once, and then whatever changes, for at most two minutes. */
    public Multi<String> listen(UUID session, String since) {
        WatchedRoom room = room(session);
        Listener listener = new Listener(room.feed(), since);
        room.feed().refresh();
        String first = listener.next(true);
        Multi<String> later = room.ticks().onOverflow().drop().map(tick -> listener.next(false));
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(first), later)
                .filter(message -> !message.isEmpty())
                .select()
                .first(LONGEST);
    }

    /** One console at the other end of a channel. */
    private static final class Listener {
        private final RoomFeed feed;
        private String known;
        private int quiet;

        Listener(RoomFeed feed, String known) {
            this.feed = feed;
            this.known = known;
        }

        /** @return what is new, a sign of life when that is due, or nothing */
        String next(boolean due) {
            RoomFeed.News news = feed.since(known);
            if (news.json() != null) {
                known = news.version();
                quiet = 0;
                return news.json();
            }
            quiet++;
            if (due || quiet >= ALIVE) {
                quiet = 0;
                return "{}";
            }
            return "";
        }
    }
}
