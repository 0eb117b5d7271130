package org.chizheng.calibration;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.bank.SubjectView;
import org.chizheng.bank.Subjects;
import org.chizheng.calibration.SubjectAnalysisView.ReliabilityView;
import org.chizheng.calibration.SubjectAnalysisView.RunView;
import org.chizheng.calibration.SubjectAnalysisView.SessionView;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** How a subject's items and scores stand up in real examinations. */
@Path("/bank/{subject}/analysis")
@RolesAllowed({Roles.AUTHOR, Roles.REVIEWER, Roles.ADMINISTRATOR})
public class AnalysisPage {
    private static final int SESSIONS = 10;
    private final Subjects subjects;
    private final Analyses analyses;
    private final Sheets sheets;
    private final Calibrations calibrations;
    private final Informations informations;
    private final Calibrating calibrating;
    private final CalibrationConfig config;

    AnalysisPage(
            Subjects subjects,
            Analyses analyses,
            Sheets sheets,
            Calibrations calibrations,
            Informations informations,
            Calibrating calibrating,
            CalibrationConfig config) {
        this.subjects = subjects;
        this.analyses = analyses;
        this.sheets = sheets;
        this.calibrations = calibrations;
        this.informations = informations;
        this.calibrating = calibrating;
        this.config = config;
    }

    @CheckedTemplate(basePath = "calibration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance subject(SubjectView subject, SubjectAnalysisView view, AnalysisList list);
    }

    @GET
    public TemplateInstance subject(
            @RestPath("subject") String code,
            @RestQuery String chapter,
            @RestQuery String type,
            @RestQuery String finding,
            @RestQuery String sort,
            @RestQuery String page) {
        SubjectView subject = found(code);
        Analyses.Analysis analysis = analyses.of(code);
        AnalysisFilter filter = AnalysisFilter.asked(chapter, type, finding, sort, page);
        return Templates.subject(subject, view(subject, analysis), AnalysisList.of(analysis.items(), filter));
    }

    /** Asks for a calibration; it is done within a minute or a few. */
    @POST
    @Path("calibrations")
    public Response calibrate(@RestPath("subject") String code) {
        calibrating.ask(found(code).code());
        return Response.seeOther(URI.create("/bank/" + code + "/analysis")).build();
    }

    private SubjectView found(String code) {
        return subjects.find(code).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    private SubjectAnalysisView view(SubjectView subject, Analyses.Analysis analysis) {
        boolean enough = analysis.sittings() >= AnalysedItem.FEWEST;
        List<SessionView> sessions = sheets.bySession(subject.code(), analysis.counted(), SESSIONS).stream()
                .map(AnalysisPage::session)
                .toList();
        return new SubjectAnalysisView(
                analysis.sittings(),
                analysis.items().size(),
                enough ? analysis.reliability().map(ReliabilityView::of).orElse(null) : null,
                sessions,
                analysis.run().map(run -> run(run, analysis)).orElse(null),
                calibrations.awaited(subject.code()),
                informations.of(subject).orElse(null));
    }

    private static SessionView session(Sheets.SessionReliability session) {
        Optional<ReliabilityView> reliability = session.sittings() < AnalysedItem.FEWEST
                ? Optional.empty()
                : session.reliability().map(ReliabilityView::of);
        return new SessionView(session.startsAt(), session.sittings(), reliability.orElse(null));
    }

    private RunView run(CalibrationRun run, Analyses.Analysis analysis) {
        List<ItemCalibration> calibrated =
                analysis.items().stream().flatMap(item -> item.rasch().stream()).toList();
        return new RunView(
                run.at(),
                run.sittings(),
                Figures.one(run.seconds()),
                run.converged(),
                run.published(),
                calibrated.size(),
                calibrated.stream()
                        .filter(item -> item.chance() < CurveWords.MISFIT)
                        .count(),
                config.responses(),
                Figures.two(config.error()));
    }
}
