package org.chizheng;

import java.time.Instant;
import java.time.LocalDateTime;

import org.chizheng.common.OfficialClock;

import io.quarkus.test.junit.QuarkusMock;

/** Lets the whole service believe that it is another time, for one act. */
public final class OnTheDay {
    private OnTheDay() {}

    /** @param chinese date and time in China, such as 2026-05-31T23:59 */
    public static void at(String chinese, Runnable act) {
        Instant then = instant(chinese);
        install(new OfficialClock() {
            @Override
            public Instant now() {
                return then;
            }
        });
        try {
            act.run();
        } finally {
            install(new OfficialClock());
        }
    }

    static Instant instant(String chinese) {
        return LocalDateTime.parse(chinese).atZone(OfficialClock.ZONE).toInstant();
    }

    private static void install(OfficialClock clock) {
        QuarkusMock.installMockForType(clock, OfficialClock.class);
    }
}
