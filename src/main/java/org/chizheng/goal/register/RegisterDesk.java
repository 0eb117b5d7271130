package org.chizheng.goal.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.DatedTerms;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.goal.GoalTerm;
import org.chizheng.goal.GoalTerms;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A register's page as it stands, with what a form brought. */
@RequestScoped
public class RegisterDesk {
    private static final int SHOWN = 200;
    private final RegisterBook book;
    private final RegisterShares shares;
    private final RegisterReach reach;
    private final GoalTerms terms;
    private final Regions regions;
    private final OfficialClock clock;

    public RegisterDesk(
            RegisterBook book,
            RegisterShares shares,
            RegisterReach reach,
            GoalTerms terms,
            Regions regions,
            OfficialClock clock) {
        this.book = book;
        this.shares = shares;
        this.reach = reach;
        this.terms = terms;
        this.regions = regions;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "register", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance register(View view, Told told, Regions regions);
    }

    /** shown: how many members at most; mayChoose: regions whose register the account may write. */
    public record View(
            Register register,
            String q,
            LocalDate today,
            RegisterShare share,
            List<RegisterShares.Row> rows,
            List<Member> members,
            int shown,
            List<RegionView> mayChoose,
            DatedTerms.Term practice,
            DatedTerms.Term must,
            DatedTerms.Term posts,
            int rowsAtOnce) {}

    /** What a form brought: the name of what it did, a refusal, or a list that was looked at; all but one are null. */
    public record Told(String done, Refused refused, Looked looked) {
        static final Told NOTHING = new Told(null, null, null);

        static Told done(String name) {
            return RegisterPage.DONE.contains(String.valueOf(name)) ? new Told(name, null, null) : NOTHING;
        }

        static Told refused(Refused refused) {
            return new Told(null, refused, null);
        }
    }

    /** A list that was looked at. file: the same with the reasons, null without any; first: by number of the row, the first of them. */
    public record Looked(Enlisting.Outcome outcome, UUID file, Map<Integer, Refused> first) {
        public int count(String change) {
            return outcome.changes().get(Enlisting.Change.valueOf(change));
        }
    }

    Response page(int status, Register register, String q, Told told) {
        return Pages.of(status, Templates.register(view(register, q), told, regions));
    }

    private View view(Register register, String q) {
        LocalDate today = clock.today();
        DatedTerms<GoalTerm> on = terms.on(today);
        RegisterShare share = shares.of(today, reach::reaches).stream()
                .filter(one -> one.register() == register)
                .findFirst()
                .orElseThrow();
        return new View(
                register,
                q,
                today,
                share,
                shares.byCity(register, today, reach::reaches),
                book.within(register, q.strip(), SHOWN),
                SHOWN,
                regions.all().stream()
                        .filter(region -> !region.isZone() && reach.reaches(region.code()))
                        .toList(),
                on.get(GoalTerm.PRACTICE_MONTHS),
                on.get(GoalTerm.ENFORCEMENT_SHARE),
                on.get(GoalTerm.ENFORCEMENT_POSTS),
                Enlisting.MOST_ROWS);
    }
}
