package org.chizheng.statistics.forecast;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.DatedTerms;
import org.chizheng.common.ListBook;
import org.chizheng.common.OfficialClock;
import org.chizheng.exchange.Download;
import org.chizheng.exchange.sheet.CsvWriter;
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The forecast and the plan to close the gap: as a page, as files to send, as JSON. */
@Path("/")
@RolesAllowed({Roles.REGULATOR, Roles.ADMINISTRATOR})
public class ForecastPage {
    private final ForecastReach reach;
    private final Forecasts forecasts;
    private final ForecastBook book;
    private final ForecastLines lines;
    private final ForecastTerms terms;
    private final ForecastCounting counting;
    private final Qualifications qualifications;
    private final OfficialClock clock;

    ForecastPage(
            ForecastReach reach,
            Forecasts forecasts,
            ForecastBook book,
            ForecastLines lines,
            ForecastTerms terms,
            ForecastCounting counting,
            Qualifications qualifications,
            OfficialClock clock) {
        this.reach = reach;
        this.forecasts = forecasts;
        this.book = book;
        this.lines = lines;
        this.terms = terms;
        this.counting = counting;
        this.qualifications = qualifications;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "statistics", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance forecast(
                ForecastView view,
                ForecastTable table,
                BandPlot plot,
                Qualifications qualifications,
                List<DatedTerms.Term> terms);
    }

    /**
     * @param region 32 or code of a city, the widest that the reader reaches if left out
     * @param by month at whose end 100 % is to be reached, as 2027-02
     * @param qualification all if left out
     * @param show THEORY, PRACTICAL, PEOPLE or HOURS, in any case; theory if left out
     */
    @GET
    @Path("statistics/forecast")
    public TemplateInstance page(
            @RestQuery String region, @RestQuery String by, @RestQuery String qualification, @RestQuery String show) {
        Measure measure = measure(show);
        ForecastView view = view(region, by, qualification);
        return Templates.forecast(
                view,
                ForecastTable.of(view, measure),
                BandPlot.of(view.band()),
                qualifications,
                terms.on(clock.today()).all());
    }

    @GET
    @Path("api/statistics/forecast")
    public ForecastView json(@RestQuery String region, @RestQuery String by, @RestQuery String qualification) {
        return view(region, by, qualification);
    }

    @GET
    @Path("statistics/forecast/forecast.xlsx")
    public Response file(@RestQuery String region, @RestQuery String by, @RestQuery String qualification) {
        return Download.of(book.of(view(region, by, qualification)), ListBook.MEDIA_TYPE, "forecast.xlsx");
    }

    @GET
    @Path("statistics/forecast/forecast.csv")
    public Response csv(@RestQuery String region, @RestQuery String by, @RestQuery String qualification)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvWriter.table(lines.asText(view(region, by, qualification)), out);
        return Download.of(out.toByteArray(), "text/csv", "forecast.csv");
    }

    @POST
    @Path("statistics/forecast/count")
    public Response countAgain() {
        counting.countAgain();
        return Response.seeOther(URI.create("/statistics/forecast#steps")).build();
    }

    private ForecastView view(String region, String by, String qualification) {
        return forecasts.of(reach.asked(region, by, qualification));
    }

    private Measure measure(String show) {
        if (show == null || show.isBlank()) {
            return Measure.THEORY;
        }
        return Stream.of(Measure.values())
                .filter(one -> one.name().equals(show.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> reach.invalid("show", "THEORY, PRACTICAL, PEOPLE, HOURS"));
    }
}
