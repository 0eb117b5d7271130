package org.chizheng.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.bank.SubjectView;
import org.chizheng.bank.Subjects;
import org.chizheng.calibration.ItemFigures;
import org.chizheng.common.ListBook;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Ui;
import org.chizheng.exchange.Download;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.chizheng.scoring.Releases;
import org.chizheng.scoring.rule.Period;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Figures of examinations with their definitions: of their region for regulators, of their own centre for its managers. */
@Path("/statistics/exams")
@RolesAllowed({Roles.REGULATOR, Roles.CENTRE_MANAGER})
public class ExamFiguresPage {
    private static final String[] SEE = {Roles.REGULATOR, Roles.CENTRE_MANAGER};
    /** Who supervises from afar sees no row of fewer people; who runs the centre knows them all. */
    private static final int LEAST = 10;

    private static final List<String> HEADS = List.of(
            "name",
            "sessions",
            "candidates",
            "present",
            "absent",
            "scored",
            "passed",
            "pass_rate",
            "mean",
            "spread",
            "minutes",
            "minutes_spread");
    private final ExamFigures figures;
    private final ItemFigures items;
    private final Subjects subjects;
    private final Qualifications qualifications;
    private final CurrentUser user;
    private final OfficialClock clock;
    private final Ui ui;

    ExamFiguresPage(
            ExamFigures figures,
            ItemFigures items,
            Subjects subjects,
            Qualifications qualifications,
            CurrentUser user,
            OfficialClock clock,
            Ui ui) {
        this.figures = figures;
        this.items = items;
        this.subjects = subjects;
        this.qualifications = qualifications;
        this.user = user;
        this.clock = clock;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "statistics", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance exams(ExamFiguresView view, Qualifications qualifications);

        static native TemplateInstance items(
                List<SubjectView> subjects, SubjectView subject, ItemFigures.Subject figures);
    }

    /** @param by centre, room or qualification; @param from the last twelve months when it is left out or no date */
    @GET
    public TemplateInstance page(
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery String by,
            @RestQuery @DefaultValue("") String qualification) {
        return Templates.exams(view(from, to, by, qualification), qualifications);
    }

    @GET
    @Path("exams.xlsx")
    public Response file(
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery String by,
            @RestQuery @DefaultValue("") String qualification) {
        List<List<Object>> rows = new ArrayList<>();
        view(from, to, by, qualification).rows().forEach(row -> rows.add(cells(row)));
        List<String> heads =
                HEADS.stream().map(head -> ui.text("statistics_exam_", head)).toList();
        return Download.of(
                ListBook.of(ui.text("statistics_exam_", "title"), heads, rows), ListBook.MEDIA_TYPE, "exams.xlsx");
    }

    private List<Object> cells(ExamRow row) {
        List<Object> cells = new ArrayList<>(List.of(ui.pick(row.zh(), row.en()), row.sessions()));
        if (row.hidden()) {
            cells.add(ui.text("statistics_exam_", "hidden_cell"));
            cells.addAll(Collections.nCopies(HEADS.size() - cells.size(), null));
            return cells;
        }
        cells.addAll(List.of(
                row.sums().candidates(),
                row.sums().present(),
                row.sums().absent(),
                row.sums().scored(),
                row.sums().passed()));
        Stream.of(row.passRate(), row.mean(), row.spread(), row.minutes(), row.minutesSpread())
                .map(figure -> figure == null ? ui.text("statistics_exam_", "none") : figure)
                .forEach(cells::add);
        return cells;
    }

    private ExamFiguresView view(String from, String to, String by, String qualification) {
        Period period = Period.asked(from, to, clock.today());
        String known = qualifications.find(qualification).isPresent() ? qualification : "";
        boolean afar = !user.regions(Roles.REGULATOR).isEmpty();
        ExamFigures.Asked asked =
                new ExamFigures.Asked(period, by != null && ExamFigures.BY.contains(by) ? by : "centre", known);
        return figures.of(asked, new Releases.Reach(user.centres(SEE), user.regions(SEE)), afar ? LEAST : 0);
    }

    /** How items have fared, without their words. @param subject its code */
    @GET
    @Path("items")
    @RolesAllowed(Roles.REGULATOR)
    public TemplateInstance items(@RestQuery @DefaultValue("") String subject) {
        SubjectView chosen = subjects.find(subject).orElse(null);
        return Templates.items(subjects.all(), chosen, chosen == null ? null : items.of(chosen.code()));
    }

    @GET
    @Path("items.xlsx")
    @RolesAllowed(Roles.REGULATOR)
    public Response itemsFile(@RestQuery @DefaultValue("") String subject) {
        List<List<Object>> rows =
                subjects.find(subject).map(found -> items.of(found.code()).figures()).orElse(List.of()).stream()
                        .map(one -> Stream.<Object>of(
                                        one.code(),
                                        one.revision(),
                                        one.responses(),
                                        one.facility(),
                                        one.discrimination(),
                                        one.findings())
                                .toList())
                        .toList();
        List<String> heads = Stream.of("code", "revision", "responses", "facility", "discrimination", "findings")
                .map(head -> ui.text("statistics_item_", head))
                .toList();
        return Download.of(
                ListBook.of(ui.text("statistics_item_", "title"), heads, rows), ListBook.MEDIA_TYPE, "items.xlsx");
    }
}
