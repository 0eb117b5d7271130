package org.chizheng.booking.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who may not invigilate or assess whom 回避: the candidate's own trainer, any trainer of a provider that trained the candidate, somebody of the same enterprise, and nobody oneself. */
public final class ConflictGuard {
    private ConflictGuard() {}

    /** By what two people are linked, the nearest first. */
    public enum Kind {
        SELF,
        TRAINER,
        PROVIDER,
        ENTERPRISE
    }

    /**
     * A candidate on the day of the session.
     *
     * @param trainers persons who taught the candidate
     * @param providers providers of training, each with the first day on which it trained the candidate
     * @param enterprises where the candidate works, or says so in an application
     */
    public record Candidate(UUID person, Set<UUID> trainers, Map<UUID, LocalDate> providers, Set<UUID> enterprises) {
        public Candidate {
            trainers = Set.copyOf(trainers);
            providers = Map.copyOf(providers);
            enterprises = Set.copyOf(enterprises);
        }
    }

    /** Work as a trainer; until is the last day, null while there. */
    public record Teaching(UUID provider, LocalDate since, LocalDate until) {}

    /** Somebody on duty, on the day of the session. */
    public record Officer(UUID person, List<Teaching> teaching, Set<UUID> enterprises) {
        public Officer {
            teaching = List.copyOf(teaching);
            enterprises = Set.copyOf(enterprises);
        }
    }

    /** by: the trainer, provider or enterprise that links the two. */
    public record Link(Kind kind, UUID by) {}

    /** @param day of the session: who begins to teach later is not linked, nor is one who had left the provider before it trained the candidate */
    public static Optional<Link> link(Candidate candidate, Officer officer, LocalDate day) {
        if (candidate.person().equals(officer.person())) {
            return Optional.of(new Link(Kind.SELF, officer.person()));
        }
        if (candidate.trainers().contains(officer.person())) {
            return Optional.of(new Link(Kind.TRAINER, officer.person()));
        }
        return officer.teaching().stream()
                .filter(teaching -> isOfTheTime(teaching, candidate.providers().get(teaching.provider()), day))
                .map(teaching -> new Link(Kind.PROVIDER, teaching.provider()))
                .findFirst()
                .or(() -> officer.enterprises().stream()
                        .filter(candidate.enterprises()::contains)
                        .sorted()
                        .map(enterprise -> new Link(Kind.ENTERPRISE, enterprise))
                        .findFirst());
    }

    private static boolean isOfTheTime(Teaching teaching, LocalDate trainedFrom, LocalDate day) {
        return trainedFrom != null
                && !teaching.since().isAfter(day)
                && (teaching.until() == null || !teaching.until().isBefore(trainedFrom));
    }
}
