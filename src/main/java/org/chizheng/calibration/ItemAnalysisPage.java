package org.chizheng.calibration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.chizheng.bank.SubjectView;
import org.chizheng.bank.Subjects;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** One item under the glass: who chose what, how it measures, and what its author should look at. Shows the key, as the bank does. */
@Path("/bank/items/{code}/analysis")
@RolesAllowed({Roles.AUTHOR, Roles.REVIEWER, Roles.ADMINISTRATOR})
public class ItemAnalysisPage {
    private final Subjects subjects;
    private final ItemAnalyses analyses;
    private final Sql sql;

    ItemAnalysisPage(Subjects subjects, ItemAnalyses analyses, Sql sql) {
        this.subjects = subjects;
        this.analyses = analyses;
        this.sql = sql;
    }

    @CheckedTemplate(basePath = "calibration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        /** view is null while no revision was answered. */
        static native TemplateInstance item(
                SubjectView subject, String code, ItemAnalysisView view, AnalysisFilter filter);
    }

    /** revision: its number, the newest that was answered if absent. The others lead back to the list one came from. */
    @GET
    public TemplateInstance item(
            @RestPath String code,
            @RestQuery String revision,
            @RestQuery String chapter,
            @RestQuery String type,
            @RestQuery String finding,
            @RestQuery String sort,
            @RestQuery String page) {
        SubjectView subject = sql.first("SELECT subject FROM item WHERE code = ?", row -> row.getString(1), code)
                .flatMap(subjects::find)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        Integer number = revision != null && revision.matches("\\d{1,6}") ? Integer.valueOf(revision) : null;
        ItemAnalysisView view = analyses.of(subject.code(), code, number).orElse(null);
        return Templates.item(subject, code, view, AnalysisFilter.asked(chapter, type, finding, sort, page));
    }
}
