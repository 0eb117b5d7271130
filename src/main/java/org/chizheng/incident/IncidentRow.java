package org.chizheng.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.chizheng.incident.rule.IncidentState;
import org.chizheng.incident.rule.Measure;

/**
 * An incident as lists show it: in a session of the theory, or on a day of practicals; room is the station then. enrolment, practicalCandidate, person, name, ticket and seat are null for the whole
 * room or day, seat also before check-in; of a practical there are neither ticket nor seat.
 *
 * @param effect of the decision that stands, or null
 * @param answerDue last day for the answer to an appeal, null without one
 */
public record IncidentRow(
        UUID id,
        UUID session,
        UUID practical,
        UUID centre,
        String centreZh,
        String centreEn,
        String region,
        String room,
        Instant startsAt,
        String qualification,
        String policy,
        UUID enrolment,
        UUID practicalCandidate,
        UUID person,
        String name,
        String ticket,
        String seat,
        IncidentClass what,
        Instant happenedAt,
        String reportedBy,
        UUID reportedPerson,
        Instant reportedAt,
        Integer creditedMinutes,
        IncidentState.Steps steps,
        IncidentState state,
        Measure effect,
        LocalDate answerDue,
        boolean overdue) {
    /** Where the incidents of the same scene are listed. */
    public String list() {
        return practical == null ? "/sessions/" + session + "/incidents" : "/practicals/" + practical + "/incidents";
    }

    public Signatory reporter() {
        return new Signatory(reportedBy, reportedPerson);
    }

    /** The authority is to act: on the breach itself, or on an appeal. */
    public boolean waitsForDecision() {
        return state == IncidentState.INFORMED || state == IncidentState.APPEALED;
    }

    /** What the candidate's result waits for: the same as the view {@code undecided_breach}. */
    public boolean withholds() {
        return person != null
                && effect == null
                && state != IncidentState.WITHDRAWN
                && what.effects().stream().anyMatch(Measure::zeroes);
    }

    /** The staff of the room have not done their part. */
    public boolean waitsForStaff() {
        return state == IncidentState.RECORDED || state == IncidentState.SIGNED;
    }

    public boolean openToEvidence() {
        return IncidentState.isOpenToEvidence(steps);
    }
}
