package org.chizheng.closing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.session.SessionView;

/** Who still sits or is paused, who neither came nor was marked, who was checked in and never began; and a room whose time has not come. */
@ApplicationScoped
class UnsettledCandidates implements Unsettled {
    private final Attendances attendances;
    private final OfficialClock clock;

    UnsettledCandidates(Attendances attendances, OfficialClock clock) {
        this.attendances = attendances;
        this.clock = clock;
    }

    /** From when on nobody is admitted any more. */
    static Instant admittedUntil(SessionView session) {
        Instant start = session.startedAt() == null ? session.startsAt() : session.startedAt();
        return start.plus(Duration.ofMinutes(session.lateMinutes()));
    }

    @Override
    public List<Matter> of(SessionView session) {
        List<Matter> matters = new ArrayList<>();
        if (!"ENDED".equals(session.state()) && clock.now().isBefore(admittedUntil(session))) {
            matters.add(new Matter("ADMISSION_OPEN", "", "/sessions/" + session.id()));
        }
        for (AttendanceLine line : attendances.of(session)) {
            if (!line.attendance().settled()) {
                matters.add(matter(session, line));
            }
        }
        return matters;
    }

    private static Matter matter(SessionView session, AttendanceLine line) {
        String about = line.name() + " " + line.ticket();
        return switch (line.attendance()) {
            case SITTING ->
                new Matter(
                        line.held() ? "HELD" : "SITTING",
                        about,
                        "/sessions/" + session.id() + "/room#c" + line.ticket());
            default ->
                new Matter(line.attendance().name(), about, "/sessions/" + session.id() + "/closing#e" + line.ticket());
        };
    }
}
