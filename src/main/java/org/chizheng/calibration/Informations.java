package org.chizheng.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.bank.Difficulties;
import org.chizheng.bank.Items;
import org.chizheng.bank.MeasuredDifficulty;
import org.chizheng.bank.Revision;
import org.chizheng.bank.SubjectView;
import org.chizheng.blueprint.Blueprint;
import org.chizheng.blueprint.Blueprints;
import org.chizheng.calibration.SubjectAnalysisView.InformationView;
import org.chizheng.calibration.rule.ItemParameters;
import org.chizheng.calibration.rule.PaperInformation;
import org.chizheng.calibration.rule.PaperInformation.Part;
import org.chizheng.calibration.rule.ScoreScale;
import org.chizheng.common.OfficialClock;
import org.chizheng.paper.rule.CutChances;
import org.chizheng.paper.rule.CutChances.Located;
import org.chizheng.paper.rule.PaperAssembler.Cell;
import org.chizheng.paper.rule.PaperAssembler.Want;
import org.chizheng.regulation.Policies;

/** What the newest blueprint's average paper tells of abilities, and where its cut lies. */
@ApplicationScoped
class Informations {
    private static final int STEPS = 65;
    private static final int[] SHOWN = {-3, -2, -1, 0, 1, 2, 3};
    private final Blueprints blueprints;
    private final Items items;
    private final Difficulties difficulties;
    private final Policies policies;
    private final OfficialClock clock;

    Informations(
            Blueprints blueprints, Items items, Difficulties difficulties, Policies policies, OfficialClock clock) {
        this.blueprints = blueprints;
        this.items = items;
        this.difficulties = difficulties;
        this.policies = policies;
        this.clock = clock;
    }

    /** Empty without a blueprint, or while nothing is measured. */
    Optional<InformationView> of(SubjectView subject) {
        Map<UUID, MeasuredDifficulty> measured = difficulties.of(subject.code());
        return measured.isEmpty()
                ? Optional.empty()
                : blueprints
                        .newestFor(subject.qualification())
                        .map(blueprint -> view(blueprint, items.current(subject.code()), measured, cut(subject)));
    }

    private int cut(SubjectView subject) {
        return policies.inForce(subject.qualification(), clock.today()).theoryCut();
    }

    private static InformationView view(
            Blueprint blueprint, List<Revision> pool, Map<UUID, MeasuredDifficulty> measured, int cut) {
        List<Want> wants = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        blueprint.quotas().forEach(quota -> {
            Cell cell = new Cell(quota.type(), quota.chapter(), quota.difficulty());
            wants.add(new Want(cell, quota.items(), quota.points()));
            List<ItemParameters> found = pool.stream()
                    .filter(revision -> cell(revision).equals(cell) && measured.containsKey(revision.id()))
                    .map(revision -> parameters(measured.get(revision.id())))
                    .toList();
            if (!found.isEmpty()) {
                parts.add(new Part(quota.items(), quota.points(), found));
            }
        });
        int count = (int) pool.stream()
                .filter(revision -> measured.containsKey(revision.id()))
                .count();
        return parts.size() < wants.size()
                ? new InformationView(count, pool.size(), cut, null, null, null, null, List.of())
                : whole(new PaperInformation(parts), ability(wants, pool, measured, cut), count, pool.size(), cut);
    }

    private static double ability(
            List<Want> wants, List<Revision> pool, Map<UUID, MeasuredDifficulty> measured, int cut) {
        List<Located> located = pool.stream()
                .map(r -> new Located(
                        cell(r),
                        r.options().size(),
                        CutChances.location(r.difficulty()),
                        Optional.ofNullable(measured.get(r.id())).map(m -> new CutChances.Curve(m.a(), m.b()))))
                .toList();
        return CutChances.of(wants, located, cut).ability();
    }

    private static InformationView whole(
            PaperInformation information, double ability, int measured, int pool, int cut) {
        List<PaperInformation.Point> curve = information.curve(-ScoreScale.FARTHEST, ScoreScale.FARTHEST, STEPS);
        double top = curve.stream()
                .mapToDouble(PaperInformation.Point::information)
                .max()
                .orElse(1);
        double step = top > 8 ? 5 : top > 2 ? 1 : 0.5;
        Plot plot = new Plot(-ScoreScale.FARTHEST, ScoreScale.FARTHEST, step * Math.ceil(top / step));
        for (int at = -4; at <= 4; at += 2) {
            plot.tickX(at, Figures.one(at));
        }
        for (double at = 0; at < top + step; at += step) {
            plot.tickY(at, Figures.one(at));
        }
        plot.line(
                "line-key",
                "",
                curve.stream()
                        .map(point -> new Plot.Point(point.ability(), point.information()))
                        .toList());
        plot.mark(ability, String.valueOf(cut));
        List<InformationView.Line> table = new ArrayList<>();
        for (int at : SHOWN) {
            table.add(new InformationView.Line(
                    Figures.one(at), Figures.one(information.at(at)), Figures.two(1 / Math.sqrt(information.at(at)))));
        }
        double atCut = information.at(ability);
        return new InformationView(
                measured,
                pool,
                cut,
                Figures.two(ability),
                Figures.one(atCut),
                Figures.two(1 / Math.sqrt(atCut)),
                plot,
                table);
    }

    private static Cell cell(Revision revision) {
        return new Cell(revision.type(), revision.chapter(), revision.difficulty());
    }

    private static ItemParameters parameters(MeasuredDifficulty measured) {
        return new ItemParameters(measured.a(), measured.b(), 0, measured.error());
    }
}
