package org.chizheng.statistics.desk;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.ListBook;
import org.chizheng.exchange.Download;
import org.chizheng.people.Roles;
import org.chizheng.region.RegionView;
import org.chizheng.statistics.AsOf;
import org.chizheng.statistics.desk.alert.AlertWords;
import org.chizheng.statistics.desk.alert.RateAlert;
import org.chizheng.statistics.desk.alert.RateAlerts;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The regulator's desk: what changed since yesterday in the own region, the alerts that run there, and the cities compared. */
@Path("/statistics/desk")
@RolesAllowed({Roles.REGULATOR, Roles.ADMINISTRATOR})
public class DeskPage {
    private static final int SHOWN = 50;
    private final Desk desk;
    private final Comparisons comparisons;
    private final DeskTerms terms;
    private final RateAlerts alerts;
    private final AlertWords alertWords;
    private final DeskSheets sheets;
    private final DeskReach reach;
    private final AsOf asOf;

    DeskPage(
            Desk desk,
            Comparisons comparisons,
            DeskTerms terms,
            RateAlerts alerts,
            AlertWords alertWords,
            DeskSheets sheets,
            DeskReach reach,
            AsOf asOf) {
        this.desk = desk;
        this.comparisons = comparisons;
        this.terms = terms;
        this.alerts = alerts;
        this.alertWords = alertWords;
        this.sheets = sheets;
        this.reach = reach;
        this.asOf = asOf;
    }

    /** How the table was asked for. */
    public record Asked(String region, boolean counties, boolean byRate, boolean mayCounties, List<RegionView> own) {
        /** What a link of the page keeps. */
        public String getQuery() {
            return "region=" + region + (counties ? "&level=county" : "") + (byRate ? "&sort=rate" : "");
        }
    }

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance desk(
                DeskView view, Asked asked, List<RateAlert> alerts, AlertWords words, DeskSheets sheets);

        static native TemplateInstance comparison(ComparisonView view, DeskSheets sheets);

        static native TemplateInstance terms(DeskTerms.Terms terms);
    }

    /** @param level county for each county by itself; @param sort rate to go by the fall of the rate */
    @GET
    public TemplateInstance page(@RestQuery String region, @RestQuery String level, @RestQuery String sort) {
        RegionView found = reach.region(region);
        Asked asked = new Asked(
                found.code(),
                "county".equals(level),
                "rate".equals(sort),
                "PROVINCE".equals(found.level()),
                reach.own());
        return Templates.desk(
                desk.of(found, asked.counties(), asked.byRate()),
                asked,
                alerts.open(List.of(found.code()), SHOWN),
                alertWords,
                sheets);
    }

    @GET
    @Path("desk.xlsx")
    public Response file(@RestQuery String region, @RestQuery String level, @RestQuery String sort) {
        DeskView view = desk.of(reach.region(region), "county".equals(level), "rate".equals(sort));
        return Download.of(sheets.desk(view), ListBook.MEDIA_TYPE, "desk.xlsx");
    }

    @GET
    @Path("comparison")
    public TemplateInstance comparison(@RestQuery("asOf") String day) {
        return Templates.comparison(comparisons.of(asOf.date(day), null), sheets);
    }

    @GET
    @Path("comparison/comparison.xlsx")
    public Response comparisonFile(@RestQuery("asOf") String day) {
        return Download.of(
                sheets.comparison(comparisons.of(asOf.date(day), null)), ListBook.MEDIA_TYPE, "comparison.xlsx");
    }

    @GET
    @Path("terms")
    public TemplateInstance terms(@RestQuery("asOf") String day) {
        return Templates.terms(terms.on(asOf.date(day)));
    }

    @GET
    @Path("terms/terms.xlsx")
    public Response termsFile(@RestQuery("asOf") String day) {
        return Download.of(sheets.terms(terms.on(asOf.date(day))), ListBook.MEDIA_TYPE, "terms.xlsx");
    }
}
