package org.chizheng.goal.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.common.ListBook;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Ui;
import org.chizheng.region.Regions;

/** The members within an account's reach, for its page and as Excel. */
@RequestScoped
public class RegisterBook {
    private static final int MOST = 100_000;
    private final Members members;
    private final RegisterReach reach;
    private final Regions regions;
    private final OfficialClock clock;
    private final Ui ui;

    public RegisterBook(Members members, RegisterReach reach, Regions regions, OfficialClock clock, Ui ui) {
        this.members = members;
        this.reach = reach;
        this.regions = regions;
        this.clock = clock;
        this.ui = ui;
    }

    /** @param q part of a name or of an organisation, blank for all */
    List<Member> within(Register register, String q, int most) {
        return reach.regions().stream()
                .map(region -> members.of(register, region, q, clock.today(), most))
                .flatMap(Collection::stream)
                .distinct()
                .toList();
    }

    /** All members within reach, as Excel; without identity numbers. */
    byte[] of(Register register) {
        List<String> columns = new ArrayList<>(MemberTable.columns(register));
        columns.remove("id_number");
        columns.add("until");
        columns.add("answers");
        List<List<Object>> rows = new ArrayList<>();
        within(register, "", MOST)
                .forEach(member -> rows.add(columns.stream()
                        .map(column -> cell(member, column))
                        .collect(ArrayList::new, ArrayList::add, ArrayList::addAll)));
        return ListBook.of(
                ui.text("register_", register.name()),
                columns.stream().map(column -> ui.text("register_", column)).toList(),
                rows);
    }

    private Object cell(Member member, String column) {
        Facts facts = member.facts();
        return switch (column) {
            case "name" -> member.name();
            case "region" ->
                regions.find(facts.region())
                        .map(region -> region.code() + " " + ui.pick(region.zh(), region.en()))
                        .orElse(facts.region());
            case "organisation" -> facts.organisation();
            case "title" -> facts.title();
            case "since" -> facts.since();
            case "until" -> member.until();
            case "degree" -> facts.degree();
            case "related" -> yes(facts.related());
            case "practice_from" -> facts.practiceFrom();
            case "certificate" -> facts.certificate();
            case "certified_until" -> facts.certifiedUntil();
            case "achieved_on" -> facts.achievedOn();
            default -> yes(member.until() == null && member.answers());
        };
    }

    private String yes(boolean yes) {
        return ui.text("register_", yes ? "yes" : "no");
    }
}
