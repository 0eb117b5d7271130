package org.chizheng.statistics.figures.rule;

import java.util.List;
import java.util.UUID;

/**
 * What is known of one person that decides how the person's requirements stand.
 *
 * @param shown on which days practice was shown
 */
public record Person(
        List<OnPost> posts, List<Held> certificates, List<Foreign> foreign, List<Absence> absences, List<Shown> shown) {

    /**
     * A requirement of a post where the person stands, while the post's place and the class of the enterprise stay the same; a move makes two of it.
     *
     * @param department that the post belongs to
     * @param workerKind employee, dispatched worker, intern or contractor, as rows have it
     * @param appointed first day at the post
     * @param days on which the person stands there and it is required
     */
    public record OnPost(
            UUID appointment,
            UUID enterprise,
            UUID post,
            Cell cell,
            String department,
            String workerKind,
            int appointed,
            Span days) {}

    /** Off a post, until the first day back. */
    public record Absence(UUID post, Span days) {}

    /** Passed in practice, or found able again by the employer, on the day. */
    public record Shown(String qualification, int day) {}

    /**
     * A certificate of ours.
     *
     * @param policy under which it was issued
     * @param reviewDue last day for its first review, {@link Span#FOREVER} without reviews
     * @param events in the order in which they were recorded
     */
    public record Held(String qualification, String policy, Span days, int reviewDue, List<Event> events) {}

    /**
     * What happened to a certificate.
     *
     * @param reviewDue of a review, last day for the one after it, {@link Span#FOREVER} when there is none
     */
    public record Event(Kind kind, int day, int reviewDue) {}

    /** What an event does. */
    public enum Kind {
        SUSPENDED,
        REINSTATED,
        REVIEWED,
        /** Revoked, withdrawn, cancelled or superseded: for good. */
        ENDED
    }

    /** A certificate of another authority. */
    public record Foreign(String qualification, String department, Span days) {}
}
