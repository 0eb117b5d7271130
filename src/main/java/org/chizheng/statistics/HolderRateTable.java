package org.chizheng.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.exchange.Download;
import org.chizheng.region.Regions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The holder rate by region as CSV (RFC 4180): UTF-8 with a byte order mark, so that Excel reads the Chinese names. */
@Path("/api/statistics/holder-rate.csv")
@Tag(name = "statistics")
@PermitAll
public class HolderRateTable {
    private static final String MARK = "\uFEFF";
    private static final String HEADS = "code,zh,en,percent,covered,required,grace,as_of,known_at";
    private static final String LINE_END = "\r\n";
    private final HolderRates rates;
    private final Regions regions;
    private final AsOf asOf;

    HolderRateTable(HolderRates rates, Regions regions, AsOf asOf) {
        this.rates = rates;
        this.regions = regions;
        this.asOf = asOf;
    }

    @GET
    @Operation(
            summary = "Holder rate of a region and of the regions below it",
            description =
                    "region: code, 32 for the province; asOf: a date, today if left out; knownAt: a past instant, now if left out. A rate is empty where nothing is required.")
    public Response file(
            @RestQuery @DefaultValue("32") String region, @RestQuery("asOf") String day, @RestQuery String knownAt) {
        HolderRateView view = rates.of(
                regions.find(region).orElseThrow(() -> asOf.invalid("region", "statistics_region", "")),
                asOf.date(day),
                asOf.known(knownAt));
        String lines = Stream.concat(Stream.of(view.total()), view.rows().stream())
                .map(rate -> Stream.of(
                                rate.code(),
                                rate.zh(),
                                rate.en(),
                                Objects.toString(rate.percent(), ""),
                                rate.numerator(),
                                rate.denominator(),
                                rate.grace(),
                                view.asOf(),
                                view.knownAt())
                        .map(value -> field(value.toString()))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining(LINE_END, MARK + HEADS + LINE_END, LINE_END));
        return Download.of(lines.getBytes(UTF_8), "text/csv;charset=UTF-8", "holder-rate.csv");
    }

    private static String field(String value) {
        return value.matches("(?s).*[\",\r\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
