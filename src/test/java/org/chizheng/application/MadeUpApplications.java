package org.chizheng.application;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.Workplace;
import org.chizheng.journey.MadeUpPortrait;
import org.chizheng.people.Identifying;

/** Applications for tests, made by the legal steps. */
@ApplicationScoped
public class MadeUpApplications {
    public static final String PRINCIPAL = "principal-hazchem-production";
    public static final String OPERATOR = "operator-scaffolding";
    private final Applying applying;
    private final Reviewing reviewing;
    private final Identifying identifying;

    MadeUpApplications(Applying applying, Reviewing reviewing, Identifying identifying) {
        this.applying = applying;
        this.reviewing = reviewing;
        this.identifying = identifying;
    }

    /** A form against which nothing stands, for an operator of any schooling or a principal with hours. */
    static ApplyForm form(String qualification, String region) {
        ApplyForm form = new ApplyForm();
        form.qualification = qualification;
        form.kind = "INITIAL";
        form.region = region;
        form.education = "SENIOR_MIDDLE";
        form.occupation = "测试岗位";
        form.phone = "13800000000";
        form.address = "测试路 1 号";
        form.health = "NONE";
        form.illness = List.of();
        form.hours = "48";
        form.from = "2026-01-05";
        form.until = "2026-01-16";
        form.undertaken = "true";
        return form;
    }

    public UUID submitted(Workplace.Someone someone, String qualification, String region) {
        return applying.apply(
                someone.id(), form(qualification, region), new Applying.Sender("CANDIDATE", null, "account:test"));
    }

    public UUID accepted(Workplace.Someone someone, String qualification, String region) {
        UUID id = submitted(someone, qualification, region);
        identifying.keepPhoto(someone.id(), MadeUpPortrait.draw(3));
        reviewing.accept(id, "", "account:test");
        return id;
    }
}
