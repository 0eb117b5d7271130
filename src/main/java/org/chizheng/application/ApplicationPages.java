package org.chizheng.application;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.chizheng.common.Refused;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages of applications; candidate, enterprise, counter and reviewer share them, each under its own address. */
@CheckedTemplate(basePath = "application", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
class ApplicationPages {
    private ApplicationPages() {}

    /**
     * Who looks, and from where.
     *
     * @param base address of the list and of what belongs to one application
     * @param applicant whether it is the applicant's side: it mends and withdraws
     * @param reviewer whether it may be answered
     */
    public record Side(String base, boolean applicant, boolean reviewer) {}

    static native TemplateInstance form(
            Side side, Choices choices, ApplyForm form, Refused refused, List<ObjectionView> objections);

    static native TemplateInstance mine(List<ApplicationView> applications, Labels labels);

    static native TemplateInstance one(
            Dossiers.Dossier dossier,
            Side side,
            Labels labels,
            Choices choices,
            List<ObjectionView> standing,
            Refused refused,
            List<ObjectionView> objections);

    /** @param ready by application, of those that wait */
    static native TemplateInstance worklist(
            Worklist.Found found,
            Map<UUID, Readiness.Ready> ready,
            Worklist.Filter filter,
            int overdue,
            boolean counter,
            Choices choices,
            Labels labels);

    static native TemplateInstance accepted(List<AcceptingMany.Answer> answers, Worklist.Filter filter, Labels labels);

    static native TemplateInstance enterprise(
            EnterpriseDesk desk, Worklist.Found found, Choices choices, Labels labels, Refused refused);

    static native TemplateInstance upload(
            EnterpriseUploads.Upload upload, UploadReport report, Labels labels, Refused refused);

    static native TemplateInstance bans(List<OccupationBans.Listed> bans, OccupationBans all, Refused refused);
}
