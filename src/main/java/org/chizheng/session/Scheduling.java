package org.chizheng.session;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.blueprint.Blueprint;
import org.chizheng.blueprint.Blueprints;
import org.chizheng.centre.Centres;
import org.chizheng.centre.RoomView;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.paper.PaperBatching;
import org.chizheng.paper.Papers;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;

/** Plans a session in a room: takes minutes and lateness from the policy of its day and publishes the commitment of its papers. */
@ApplicationScoped
public class Scheduling {
    private final Centres centres;
    private final Blueprints blueprints;
    private final PaperBatching papers;
    private final Papers frozen;
    private final Policies policies;
    private final Rehearsals rehearsals;
    private final RoomPlan plan;
    private final SessionConfig config;
    private final Sql sql;
    private final Auditing auditing;

    public Scheduling(
            Centres centres,
            Blueprints blueprints,
            PaperBatching papers,
            Papers frozen,
            Policies policies,
            Rehearsals rehearsals,
            RoomPlan plan,
            SessionConfig config,
            Sql sql,
            Auditing auditing) {
        this.centres = centres;
        this.blueprints = blueprints;
        this.papers = papers;
        this.frozen = frozen;
        this.policies = policies;
        this.rehearsals = rehearsals;
        this.plan = plan;
        this.config = config;
        this.sql = sql;
        this.auditing = auditing;
    }

    /**
     * @throws Refused ROOM_OUT_OF_SERVICE, NOT_ACCREDITED, CENTRE_CLOSED, OUTSIDE_HOURS or ROOM_TAKEN by what the centre is on that day; NOT_REHEARSED unless the newest rehearsal at the room's seat count lost nothing, where the installation asks for one
     */
    @Transactional
    public UUID schedule(UUID roomId, String qualification, Instant startsAt) {
        int seats = centres.room(roomId)
                .orElseThrow(() -> new Refused(SessionRefusal.ROOM_UNKNOWN))
                .seats();
        if (config.rehearsalRequired()
                && rehearsals.newest(roomId, seats).filter(r -> r.covers(seats)).isEmpty()) {
            throw new Refused(SessionRefusal.NOT_REHEARSED, seats);
        }
        return insert(roomId, qualification, startsAt, false);
    }

    UUID rehearse(UUID roomId, String qualification, Instant startsAt) {
        return insert(roomId, qualification, startsAt, true);
    }

    private UUID insert(UUID roomId, String qualification, Instant startsAt, boolean rehearsal) {
        RoomView room = centres.room(roomId).orElseThrow(() -> new Refused(SessionRefusal.ROOM_UNKNOWN));
        PolicyTerms policy = policies.inForce(qualification, OfficialClock.dateOf(startsAt));
        int late = policy.number(PolicyTerm.LATE_WINDOW_MINUTES);
        if (!rehearsal) {
            Duration used = Duration.ofMinutes(policy.theoryMinutes() + late);
            plan.mustBeUsable(new RoomPlan.Use(room, qualification, startsAt, startsAt.plus(used)));
        }
        Blueprint blueprint =
                blueprints.newestFor(qualification).orElseThrow(() -> new Refused(SessionRefusal.NO_BLUEPRINT));
        UUID batch = papers.commit(blueprint.id(), policy.theoryCut());
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO exam_session (id, room_id, centre_id, qualification, batch_id, policy, starts_at, minutes, late_minutes, state, rehearsal)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'SCHEDULED', ?)",
                id,
                roomId,
                room.centreId(),
                qualification,
                batch,
                policy.id(),
                startsAt,
                policy.theoryMinutes(),
                late,
                rehearsal);
        auditing.note("scheduled", "session", id, "commitment " + frozen.commitment(batch));
        return id;
    }
}
