package org.chizheng.appeal;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A candidate's own result sheet, good to print, with the way to a recheck, an appeal and a retake. Another's is answered as if it did not exist. */
@Path("/my/results/{id}")
@RolesAllowed(Roles.CANDIDATE)
public class ResultSheetPage {
    private final ResultSheets sheets;
    private final Rechecks rechecks;
    private final AskDesk desk;
    private final PrintingSheets printing;
    private final Qualifications qualifications;
    private final CurrentUser user;

    ResultSheetPage(
            ResultSheets sheets,
            Rechecks rechecks,
            AskDesk desk,
            PrintingSheets printing,
            Qualifications qualifications,
            CurrentUser user) {
        this.sheets = sheets;
        this.rechecks = rechecks;
        this.desk = desk;
        this.printing = printing;
        this.qualifications = qualifications;
        this.user = user;
    }

    @CheckedTemplate(basePath = "appeal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance sheet(
                ResultSheet sheet, RecheckView recheck, List<RecheckStep> steps, Qualifications qualifications);
    }

    @GET
    public TemplateInstance sheet(@RestPath UUID id) {
        ResultSheet sheet = own(id);
        RecheckView recheck = rechecks.ofResult(ResultSheets.PART, id).orElse(null);
        List<RecheckStep> steps = recheck == null ? List.of() : rechecks.steps(recheck.id());
        return Templates.sheet(sheet, recheck, steps, qualifications);
    }

    @GET
    @Path("sheet.pdf")
    public Response pdf(@RestPath UUID id) {
        return Pages.pdf(printing.print(own(id)), "result-sheet.pdf");
    }

    @GET
    @Path("recheck")
    public TemplateInstance form(@RestPath UUID id) {
        return desk.form(asked(id, false), id);
    }

    @POST
    @Path("recheck")
    public Response ask(@RestPath UUID id, @RestForm @DefaultValue("") String words) {
        return desk.send(asked(id, false), id, words);
    }

    @GET
    @Path("appeal")
    public TemplateInstance appealForm(@RestPath UUID id) {
        return desk.form(asked(id, true), id);
    }

    @POST
    @Path("appeal")
    public Response appeal(@RestPath UUID id, @RestForm @DefaultValue("") String words) {
        return desk.send(asked(id, true), id, words);
    }

    private AskView asked(UUID id, boolean appeal) {
        ResultSheet sheet = own(id);
        return new AskView(
                sheet.address(), ResultSheets.PART, sheet.qualification(), BigDecimal.valueOf(sheet.raw()), appeal);
    }

    private ResultSheet own(UUID id) {
        return sheets.of(user.personId(), id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }
}
