package org.chizheng.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.calibration.Plot;
import org.chizheng.common.ListBook;
import org.chizheng.common.Ui;
import org.chizheng.exchange.Download;
import org.chizheng.region.Regions;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The holder rate month by month, as a page, as a file and as JSON; public, because it holds rates and counts only. */
@Path("/")
@PermitAll
public class TrendResource {
    private final Trends trends;
    private final Regions regions;
    private final AsOf asOf;
    private final Ui ui;

    TrendResource(Trends trends, Regions regions, AsOf asOf, Ui ui) {
        this.trends = trends;
        this.regions = regions;
        this.asOf = asOf;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "statistics", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance trend(TrendView view, Plot plot);
    }

    /** @param region code of any level, 32 for the province; @param day the last of the past, today if left out */
    @GET
    @Path("api/statistics/holder-rate/trend")
    public TrendView json(@RestQuery @DefaultValue("32") String region, @RestQuery("asOf") String day) {
        return trends.of(
                regions.find(region).orElseThrow(() -> asOf.invalid("region", "statistics_region", "")),
                asOf.date(day));
    }

    @GET
    @Path("statistics/holder-rate/trend")
    public TemplateInstance page(@RestQuery @DefaultValue("32") String region, @RestQuery("asOf") String day) {
        TrendView view = json(region, day);
        return Templates.trend(view, trends.plot(view));
    }

    @GET
    @Path("statistics/holder-rate/trend.xlsx")
    public Response file(@RestQuery @DefaultValue("32") String region, @RestQuery("asOf") String day) {
        List<List<Object>> rows = new ArrayList<>();
        json(region, day)
                .months()
                .forEach(month -> rows.add(Arrays.asList(
                        month.day(),
                        ui.text("statistics_", month.ahead() ? "ahead" : "as_counted"),
                        percent(month.rate().percent()),
                        percent(month.rate().percentWithoutGrace()),
                        month.rate().numerator(),
                        month.rate().denominator(),
                        month.rate().grace())));
        List<String> heads = Stream.of(
                        "day", "state", "rate", "rate_without_grace", "numerator", "denominator", "grace")
                .map(head -> ui.text("statistics_", head))
                .toList();
        return Download.of(
                ListBook.of(ui.text("statistics_", "trend"), heads, rows), ListBook.MEDIA_TYPE, "trend.xlsx");
    }

    private String percent(String percent) {
        return percent == null ? ui.text("statistics_", "not_applicable") : percent + "%";
    }
}
