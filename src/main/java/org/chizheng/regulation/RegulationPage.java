package org.chizheng.regulation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Messages;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The law as this system applies it, for staff: policies with every term, what decides on a given day, and the catalogues. */
@Path("/regulation")
@RolesAllowed({"administrator", "regulator", "certificate-officer", "centre-manager", "reviewer", "author"})
public class RegulationPage {
    private final PolicyVersions versions;
    private final Catalogues catalogues;
    private final OfficialClock clock;
    private final Ui ui;

    public RegulationPage(PolicyVersions versions, Catalogues catalogues, OfficialClock clock, Ui ui) {
        this.versions = versions;
        this.catalogues = catalogues;
        this.clock = clock;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "regulation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance policies(
                LocalDate day, List<PostCategoryView> posts, List<PolicyView> policies, Wording wording);

        static native TemplateInstance catalogue(List<CatalogueView> catalogues);
    }

    @GET
    public TemplateInstance policies(@RestQuery String asOf) {
        LocalDate day = day(asOf);
        List<PolicyView> policies = versions.policies();
        return Templates.policies(day, versions.onDay(policies, day), policies, Wording.in(ui.getLang()));
    }

    @GET
    @Path("catalogue")
    public TemplateInstance catalogue() {
        return Templates.catalogue(catalogues.all());
    }

    private LocalDate day(String asOf) {
        if (asOf == null || asOf.isBlank()) {
            return clock.today();
        }
        try {
            return LocalDate.parse(asOf);
        } catch (DateTimeException e) {
            throw new Refused(CommonRefusal.FIELD_INVALID, Messages.get(ui.getLang(), "regulation_as_of"), "");
        }
    }
}
