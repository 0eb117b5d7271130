package org.chizheng.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.chizheng.common.OfficialClock;
import org.chizheng.practical.CandidateView;
import org.chizheng.practical.PracticalView;
import org.chizheng.session.EnrolmentView;
import org.chizheng.session.SessionView;

/**
 * Where incidents are recorded: a session of the theory, or a day of practicals.
 *
 * @param href of the list
 * @param back to where the staff come from
 * @param room empty for a day of practicals
 * @param begun whether anything can have happened
 */
public record Scene(
        String href,
        String back,
        boolean practical,
        String centreZh,
        String centreEn,
        String room,
        Instant startsAt,
        boolean begun,
        List<Choice> candidates) {
    public Scene {
        candidates = List.copyOf(candidates);
    }

    /** Somebody whom it can concern. @param label place, name and ticket as far as there are */
    public record Choice(UUID id, String label) {
        private static Choice of(UUID id, String... words) {
            return new Choice(
                    id,
                    String.join(
                            " · ", Stream.of(words).filter(word -> word != null).toList()));
        }
    }

    static Scene of(SessionView session, List<EnrolmentView> candidates) {
        String door = "/sessions/" + session.id();
        return new Scene(
                door + "/incidents",
                door,
                false,
                session.centreZh(),
                session.centreEn(),
                session.room(),
                session.startsAt(),
                !"SCHEDULED".equals(session.state()),
                candidates.stream()
                        .map(one -> Choice.of(one.id(), one.seat(), one.name(), one.ticket()))
                        .toList());
    }

    static Scene of(PracticalView day, List<CandidateView> candidates, LocalDate today) {
        String door = "/practicals/" + day.id();
        return new Scene(
                door + "/incidents",
                door,
                true,
                day.centreZh(),
                day.centreEn(),
                "",
                day.startsAt(),
                !today.isBefore(OfficialClock.dateOf(day.startsAt())),
                candidates.stream()
                        .filter(one -> !one.state().equals("WITHDRAWN"))
                        .map(one -> Choice.of(one.id(), one.station(), one.name()))
                        .toList());
    }
}
