package org.chizheng.booking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.booking.rule.ConflictGuard;
import org.chizheng.common.OfficialClock;

/** Looks for links between those on duty and the candidates, as things are known now. */
@ApplicationScoped
public class Guarding {
    private final Duties duties;
    private final LinkFacts facts;
    private final OfficialClock clock;

    public Guarding(Duties duties, LinkFacts facts, OfficialClock clock) {
        this.duties = duties;
        this.facts = facts;
        this.clock = clock;
    }

    /** Somebody on duty and a candidate; by: name of what links them. */
    public record Linked(UUID session, UUID staff, UUID candidate, ConflictGuard.Kind kind, String by) {}

    /** What links one who would examine with one who is examined, on a day; empty for strangers. */
    public Optional<ConflictGuard.Kind> link(UUID officer, UUID candidate, LocalDate day) {
        LinkFacts.Known known = facts.of(List.of(officer, candidate), clock.today());
        return ConflictGuard.link(known.candidate(candidate), known.officer(officer), day)
                .map(ConflictGuard.Link::kind);
    }

    /** Links of all who are on duty in the session with all its candidates. */
    List<Linked> inSession(OpenSession session) {
        return between(duties.onDuty(List.of(session.id())), duties.candidates(session.id()), List.of(session));
    }

    /** Links that a member of the staff would have with the candidates of a session. */
    List<Linked> ofMember(OpenSession session, Duties.Member member) {
        Duties.OnDuty officer = new Duties.OnDuty(session.id(), member.id(), member.person(), member.name());
        return between(List.of(officer), duties.candidates(session.id()), List.of(session));
    }

    /** Of several sessions, those in which somebody on duty is linked to the candidate. */
    Set<UUID> barred(UUID candidate, List<OpenSession> sessions) {
        List<Duties.OnDuty> officers =
                duties.onDuty(sessions.stream().map(OpenSession::id).toList());
        return between(officers, List.of(candidate), sessions).stream()
                .map(Linked::session)
                .collect(Collectors.toSet());
    }

    private List<Linked> between(List<Duties.OnDuty> officers, List<UUID> candidates, List<OpenSession> sessions) {
        if (officers.isEmpty() || candidates.isEmpty()) {
            return List.of();
        }
        Map<UUID, LocalDate> days =
                sessions.stream().collect(Collectors.toMap(OpenSession::id, s -> OfficialClock.dateOf(s.startsAt())));
        Set<UUID> all = new HashSet<>(candidates);
        officers.forEach(officer -> all.add(officer.person()));
        LinkFacts.Known known = facts.of(all, clock.today());
        List<ConflictGuard.Candidate> examined =
                candidates.stream().map(known::candidate).toList();
        List<Linked> found = new ArrayList<>();
        for (Duties.OnDuty on : officers) {
            ConflictGuard.Officer officer = known.officer(on.person());
            for (ConflictGuard.Candidate candidate : examined) {
                ConflictGuard.link(candidate, officer, days.get(on.session()))
                        .ifPresent(link -> found.add(new Linked(
                                on.session(), on.staff(), candidate.person(), link.kind(), name(link, on, known))));
            }
        }
        return found;
    }

    private static String name(ConflictGuard.Link link, Duties.OnDuty officer, LinkFacts.Known known) {
        return link.by().equals(officer.person()) ? officer.name() : known.name(link.by());
    }
}
