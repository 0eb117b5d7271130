package org.chizheng.practice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.bank.Items;
import org.chizheng.bank.Revision;
import org.chizheng.bank.SubjectView;
import org.chizheng.blueprint.Blueprint;
import org.chizheng.blueprint.Blueprints;
import org.chizheng.common.OfficialClock;
import org.chizheng.paper.rule.Draw;
import org.chizheng.paper.rule.PaperAssembler;
import org.chizheng.paper.rule.PaperAssembler.Cell;
import org.chizheng.paper.rule.PaperAssembler.Want;
import org.chizheng.paper.rule.PoolItem;
import org.chizheng.practice.rule.LongestUnseen;
import org.chizheng.practice.rule.MockClock;
import org.chizheng.practice.rule.MockPlan;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerms;

/** Mock papers by the blueprint and the policy in force today, of published items only. */
@ApplicationScoped
class Mocks {
    private final Items items;
    private final Blueprints blueprints;
    private final Policies policies;
    private final OfficialClock clock;

    Mocks(Items items, Blueprints blueprints, Policies policies, OfficialClock clock) {
        this.items = items;
        this.blueprints = blueprints;
        this.policies = policies;
        this.clock = clock;
    }

    /** A drawn paper: revisions and their points by place; minutes to answer it. */
    record Draft(List<UUID> revisions, List<Integer> points, int minutes) {}

    /** What a mock paper of the subject would be; empty when there is no blueprint, or nothing is published for it. */
    Optional<MockOffer> offer(SubjectView subject) {
        return blueprints
                .newestFor(subject.qualification())
                .map(blueprint -> offer(subject, wants(blueprint), planned(blueprint)))
                .filter(offer -> offer.items() > 0);
    }

    private MockOffer offer(SubjectView subject, List<Want> exam, List<Want> planned) {
        PolicyTerms policy = policies.inForce(subject.qualification(), clock.today());
        int examItems = MockPlan.items(exam);
        int planItems = MockPlan.items(planned);
        return new MockOffer(
                planItems,
                MockPlan.points(planned),
                MockClock.minutes(policy.theoryMinutes(), planItems, examItems),
                examItems,
                MockPlan.points(exam),
                policy.theoryMinutes(),
                policy.theoryCut());
    }

    /**
     * Draws a paper; it has no items where nothing is published.
     *
     * @param met by code of the item, when its person last answered it
     */
    Draft draw(SubjectView subject, Map<String, Instant> met, byte[] seed) {
        Blueprint blueprint = blueprints.newestFor(subject.qualification()).orElse(null);
        if (blueprint == null) {
            return new Draft(List.of(), List.of(), 0);
        }
        List<Want> planned = planned(blueprint);
        Draw draw = new Draw(seed);
        List<UUID> revisions = new ArrayList<>();
        List<Integer> points = new ArrayList<>();
        PaperAssembler.assemble(planned, chosen(planned, blueprint, met, draw), draw)
                .forEach(placed -> {
                    revisions.add(placed.item().revision());
                    points.add(placed.points());
                });
        return new Draft(
                revisions, points, offer(subject, wants(blueprint), planned).minutes());
    }

    private List<PoolItem> chosen(List<Want> planned, Blueprint blueprint, Map<String, Instant> met, Draw draw) {
        List<PoolItem> pool = new ArrayList<>();
        Map<UUID, Instant> metRevisions = new HashMap<>();
        for (Revision revision : items.forPractice(blueprint.subject())) {
            pool.add(pooled(revision));
            if (met.containsKey(revision.item())) {
                metRevisions.put(revision.id(), met.get(revision.item()));
            }
        }
        return LongestUnseen.choose(planned, pool, metRevisions, draw);
    }

    private List<Want> planned(Blueprint blueprint) {
        Map<Cell, Integer> available = items.forPractice(blueprint.subject()).stream()
                .collect(Collectors.groupingBy(
                        r -> new Cell(r.type(), r.chapter(), r.difficulty()), Collectors.summingInt(r -> 1)));
        return MockPlan.wants(wants(blueprint), available);
    }

    private static List<Want> wants(Blueprint blueprint) {
        return blueprint.quotas().stream()
                .map(q -> new Want(new Cell(q.type(), q.chapter(), q.difficulty()), q.items(), q.points()))
                .toList();
    }

    /** The order of options is drawn for each round, and no form is made equal to another: neither is asked of the assembler. */
    private static PoolItem pooled(Revision revision) {
        return new PoolItem(
                revision.id(),
                revision.type(),
                revision.chapter(),
                revision.difficulty(),
                revision.options().size(),
                0);
    }
}
