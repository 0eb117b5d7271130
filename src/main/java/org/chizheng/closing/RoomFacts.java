package org.chizheng.closing;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.chizheng.common.Digests;
import org.chizheng.invigilation.GivenCommand;
import org.chizheng.session.SessionView;

/**
 * What the record of a room tells.
 *
 * @param title of what was examined, Chinese and English
 * @param publicValue of the draw, null before it
 * @param names of the accounts that signed or commanded, by what they sign in with
 */
record RoomFacts(
        SessionView session,
        String title,
        String titleEn,
        String commitment,
        String publicValue,
        Instant drawnAt,
        List<AttendanceLine> attendance,
        List<Happened> incidents,
        List<GivenCommand> commands,
        List<OnDuty> staff,
        Map<String, String> names) {
    RoomFacts {
        attendance = List.copyOf(attendance);
        incidents = List.copyOf(incidents);
        commands = List.copyOf(commands);
        staff = List.copyOf(staff);
        names = Map.copyOf(names);
    }

    /** who: null for the whole room; signers: accounts. */
    record Happened(Instant at, String kind, String zh, String en, String who, Integer minutes, List<String> signers) {}

    record OnDuty(String name, String duty) {}

    long present() {
        return attendance.stream().filter(line -> line.attendance().sat()).count();
    }

    long late() {
        return attendance.stream()
                .filter(line -> line.attendance() == org.chizheng.closing.rule.Attendance.LATE)
                .count();
    }

    long absent() {
        return attendance.size() - present();
    }

    /** Name and user name, the latter alone of an account that is not known. */
    String account(String principal) {
        String username = RoomRecords.username(principal);
        String name = names.get(username);
        return name == null ? username : name + " " + username;
    }

    /** Changes with anything that the record tells; not with what happens to results afterwards. */
    String digest() {
        return Digests.hex(
                session.id(),
                session.centreZh(),
                session.room(),
                session.startsAt(),
                String.valueOf(session.startedAt()),
                title,
                commitment,
                String.valueOf(publicValue),
                attendance,
                incidents,
                commands,
                staff);
    }
}
