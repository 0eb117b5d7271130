package org.chizheng.certificate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.chizheng.certificate.rule.Standing.Event;
import org.chizheng.certificate.rule.Standing.Facts;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ActTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final LocalDate TO = LocalDate.of(2030, 1, 1);

    private static Event event(String kind, LocalDate day) {
        return new Event(kind, day, null);
    }

    private static void assertObjection(String expected, Act act, Event... events) {
        assertThat(act.objection(DAY, TO, List.of(events)).orElse(""))
                .as(act.name())
                .isEqualTo(expected);
    }

    @Test
    void afterAnEndNothingCanBeDone() {
        for (String end : List.of("REVOKED", "WITHDRAWN", "CANCELLED", "SUPERSEDED")) {
            for (Act act : Act.values()) {
                assertObjection("ENDED", act, event(end, DAY));
            }
        }
    }

    @Test
    void whatWasDecidedForLaterCannotBeDecidedAgain() {
        assertObjection("ENDED", Act.REVOKE, event("CANCELLED", DAY.plusDays(7)));
        assertObjection("ENDED", Act.SUSPEND, event("REVOKED", DAY.plusDays(7)));
    }

    @Test
    void whatIsReplacedLaterCanBeActedOnUntilThen() {
        assertObjection("", Act.REVOKE, event("SUPERSEDED", DAY.plusDays(1)));
        assertObjection("", Act.SUSPEND, event("SUPERSEDED", DAY.plusDays(1)));
    }

    @Test
    void onlyASuspendedOneIsReinstatedAndOnlyOneThatIsNotIsSuspended() {
        assertObjection("NOT_SUSPENDED", Act.REINSTATE);
        assertObjection("", Act.SUSPEND);
        assertObjection("ALREADY_SUSPENDED", Act.SUSPEND, event("SUSPENDED", DAY));
        assertObjection("", Act.REINSTATE, event("SUSPENDED", DAY));
        assertObjection("NOT_SUSPENDED", Act.REINSTATE, event("SUSPENDED", DAY.minusDays(1)), event("REINSTATED", DAY));
    }

    @Test
    void aSuspensionThatBeginsLaterIsNotEndedBeforeIt() {
        assertObjection("BEFORE_LAST_EVENT", Act.REINSTATE, event("SUSPENDED", DAY.plusDays(1)));
    }

    @Test
    void anExpiredOneIsNotSuspendedButCanBeRevokedAndCancelled() {
        LocalDate gone = DAY.minusDays(1);
        assertThat(Act.SUSPEND.objection(DAY, gone, List.of())).contains("EXPIRED");
        assertThat(Act.REVOKE.objection(DAY, gone, List.of())).isEmpty();
        assertThat(Act.CANCEL.objection(DAY, gone, List.of())).isEmpty();
    }

    @Property
    void whateverIsDoneInTurnAnEndIsTheLastThing(@ForAll List<Act> acts) {
        List<Event> events = new ArrayList<>();
        LocalDate day = DAY;
        for (Act act : acts) {
            if (act.objection(day, TO.plusYears(200), events).isEmpty()) {
                events.add(event(act.kind(), day));
            }
            day = day.plusDays(1);
        }
        for (int i = 0; i < events.size() - 1; i++) {
            assertThat(events.get(i).kind()).isIn("SUSPENDED", "REINSTATED");
        }
        if (!events.isEmpty()) {
            String last = events.get(events.size() - 1).kind();
            Standing now = Standing.on(day, new Facts(DAY, TO.plusYears(200), Reviews.NONE, 60, events));
            assertThat(now.name()).isEqualTo(last.equals("REINSTATED") ? "VALID" : last);
        }
    }
}
