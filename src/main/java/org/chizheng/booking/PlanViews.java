package org.chizheng.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.booking.rule.SessionPlan.Demand;
import org.chizheng.booking.rule.SessionPlan.Proposed;
import org.chizheng.centre.CentreView;
import org.chizheng.centre.Centres;
import org.chizheng.centre.RoomView;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;

/** Puts the names of counties, centres and rooms to a proposal. */
@ApplicationScoped
class PlanViews {
    private final Regions regions;
    private final Centres centres;

    PlanViews(Regions regions, Centres centres) {
        this.regions = regions;
        this.centres = centres;
    }

    static String key(Proposed session) {
        return session.room() + "|" + session.start() + "|" + session.qualification();
    }

    PlanView of(Planner.Proposal proposal) {
        Map<String, RegionView> named =
                regions.all().stream().collect(Collectors.toMap(RegionView::code, Function.identity()));
        Map<UUID, CentreView> centre =
                centres.all().stream().collect(Collectors.toMap(CentreView::id, Function.identity()));
        List<PlanView.Session> sessions = proposal.plan().sessions().stream()
                .map(session -> session(session, centre, named))
                .toList();
        List<PlanView.Left> left = Stream.concat(
                        proposal.plan().left().stream().map(demand -> left(demand, false, named)),
                        proposal.noPapers().stream().map(demand -> left(demand, true, named)))
                .toList();
        return new PlanView(lines(proposal, named), sessions, left);
    }

    private static List<PlanView.Line> lines(Planner.Proposal proposal, Map<String, RegionView> named) {
        Map<List<String>, int[]> counts = new TreeMap<>((one, other) -> {
            int byQualification = one.get(0).compareTo(other.get(0));
            return byQualification != 0 ? byQualification : one.get(1).compareTo(other.get(1));
        });
        proposal.demands()
                .forEach(d -> counts.computeIfAbsent(List.of(d.qualification(), d.region()), key -> new int[2])[0] +=
                        d.candidates());
        proposal.open()
                .forEach(o -> counts.computeIfAbsent(List.of(o.qualification(), o.region()), key -> new int[2])[1] +=
                        o.free());
        List<PlanView.Line> lines = new ArrayList<>();
        counts.forEach((key, count) -> lines.add(new PlanView.Line(
                key.get(0), named.get(key.get(1)).zh(), named.get(key.get(1)).en(), count[0], count[1])));
        return lines;
    }

    private PlanView.Session session(Proposed session, Map<UUID, CentreView> centre, Map<String, RegionView> named) {
        RoomView room = centres.room(session.room()).orElseThrow();
        CentreView at = centre.get(room.centreId());
        return new PlanView.Session(
                key(session),
                session.room(),
                at.zh(),
                at.en(),
                room.label(),
                session.start().toString().replace('T', ' '),
                session.qualification(),
                session.candidates(),
                session.seats(),
                session.shares().stream()
                        .map(share -> new PlanView.Share(
                                named.get(share.region()).zh(),
                                named.get(share.region()).en(),
                                share.candidates()))
                        .toList());
    }

    private static PlanView.Left left(Demand demand, boolean noPapers, Map<String, RegionView> named) {
        RegionView region = named.get(demand.region());
        return new PlanView.Left(demand.qualification(), region.zh(), region.en(), demand.candidates(), noPapers);
    }
}
