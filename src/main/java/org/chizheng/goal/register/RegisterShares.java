package org.chizheng.goal.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.DatedTerms;
import org.chizheng.goal.Cell;
import org.chizheng.goal.GoalTerm;
import org.chizheng.goal.GoalTerms;
import org.chizheng.goal.rule.Share;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;

/** The shares that the plan asks of the registers: one count, for the overview and for each register's page. */
@ApplicationScoped
public class RegisterShares {
    private static final String PROVINCE = "32";
    private final Members members;
    private final GoalTerms terms;
    private final Regions regions;

    public RegisterShares(Members members, GoalTerms terms, Regions regions) {
        this.members = members;
        this.terms = terms;
        this.regions = regions;
    }

    /** A city with its counties; the province's own staff stands last, where there is any. */
    public record Row(String code, String zh, String en, Cell share) {}

    /** @param open by the code of a region, whether the reader sees numbers of people */
    public List<RegisterShare> of(LocalDate day, Predicate<String> open) {
        List<Members.Count> counts = members.counts(day);
        return Stream.of(Register.values())
                .map(register -> share(register, counts, day, open.test(PROVINCE)))
                .toList();
    }

    private RegisterShare share(Register register, List<Members.Count> counts, LocalDate day, boolean open) {
        boolean enforcement = register == Register.ENFORCEMENT;
        DatedTerms<GoalTerm> on = terms.on(day);
        Share share = sum(register, counts, region -> !enforcement || !PROVINCE.equals(region));
        Integer must = enforcement ? Integer.valueOf(on.number(GoalTerm.ENFORCEMENT_SHARE)) : null;
        Integer posts = enforcement ? Integer.valueOf(on.number(GoalTerm.ENFORCEMENT_POSTS)) : null;
        Long there = open ? Long.valueOf(sum(register, counts, region -> true).whole()) : null;
        return new RegisterShare(
                register, Cell.of(share, open, Share::whole), must, must != null && share.reaches(must), posts, there);
    }

    private static Share sum(Register register, List<Members.Count> counts, Predicate<String> where) {
        return counts.stream()
                .filter(one -> one.register() == register && where.test(one.region()))
                .map(one -> new Share(one.answers(), one.there()))
                .reduce(new Share(0, 0), Share::plus);
    }

    /** A register by city, counties within. */
    List<Row> byCity(Register register, LocalDate day, Predicate<String> open) {
        List<Members.Count> counts = members.counts(day);
        List<RegionView> rows = new ArrayList<>(regions.children(PROVINCE));
        if (counts.stream().anyMatch(one -> one.register() == register && PROVINCE.equals(one.region()))) {
            regions.find(PROVINCE).ifPresent(rows::add);
        }
        List<Share> shares = rows.stream()
                .map(row -> sum(
                        register,
                        counts,
                        region -> PROVINCE.equals(row.code())
                                ? PROVINCE.equals(region)
                                : RegionView.covers(row.code(), region)))
                .toList();
        List<Boolean> sees = rows.stream().map(row -> open.test(row.code())).toList();
        List<Cell> cells = Cell.beside(shares, sees, Share::whole);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new Row(
                        rows.get(i).code(), rows.get(i).zh(), rows.get(i).en(), cells.get(i)))
                .toList();
    }
}
