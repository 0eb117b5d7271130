package org.chizheng.goal.register;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;

/** Takes people out of a register from a day on; that they were there stays on record. */
@ApplicationScoped
public class Delisting {
    private final MemberWriter writer;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Delisting(MemberWriter writer, OfficialClock clock, Auditing auditing) {
        this.writer = writer;
        this.clock = clock;
        this.auditing = auditing;
    }

    /**
     * Of somebody who is there.
     *
     * @param firstDayOff after the first day, not in the future
     * @throws Refused LEAVE_INVALID, LEFT_ALREADY, CHANGED_MEANWHILE
     */
    @Transactional
    public void leave(Register register, Member member, LocalDate firstDayOff, String by) {
        if (firstDayOff == null
                || firstDayOff.isAfter(clock.today())
                || !firstDayOff.isAfter(member.facts().since())) {
            throw new Refused(RegisterRefusal.LEAVE_INVALID);
        }
        if (member.until() != null) {
            throw new Refused(RegisterRefusal.LEFT_ALREADY);
        }
        writer.close(member);
        writer.write(register, member.personId(), member.facts(), firstDayOff, by);
        auditing.note("left", "register", register + " " + member.id(), firstDayOff.toString());
    }
}
