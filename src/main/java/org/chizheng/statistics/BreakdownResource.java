package org.chizheng.statistics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.ListBook;
import org.chizheng.common.Refused;
import org.chizheng.exchange.Download;
import org.chizheng.exchange.sheet.CsvWriter;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.statistics.rule.Dimension;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The holder rate by item, key post, industry, class and size, as a page, as files and as JSON. Public but for counties; outsiders are not told small cells. */
@Path("/")
@PermitAll
public class BreakdownResource {
    private static final String[] INSIDE = {Roles.REGULATOR, Roles.ADMINISTRATOR};
    private static final String PAGE = "statistics/holder-rate/breakdown";
    private static final String CSV = "text/csv; charset=UTF-8";
    private final Breakdowns breakdowns;
    private final BreakdownBook book;
    private final Regions regions;
    private final CurrentUser user;
    private final AsOf asOf;

    BreakdownResource(Breakdowns breakdowns, BreakdownBook book, Regions regions, CurrentUser user, AsOf asOf) {
        this.breakdowns = breakdowns;
        this.book = book;
        this.regions = regions;
        this.user = user;
        this.asOf = asOf;
    }

    @CheckedTemplate(basePath = "statistics", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance breakdown(
                BreakdownView view, List<Dimension> dimensions, List<RegionView> below);
    }

    /** @param region code of the province or a city, of a county for its regulators; @param by code of a {@link Dimension}; @param day today if left out */
    @GET
    @Path("api/statistics/holder-rate/breakdown")
    public BreakdownView json(
            @RestQuery @DefaultValue("32") String region,
            @RestQuery @DefaultValue("qualification") String by,
            @RestQuery("asOf") String day) {
        return view(region, by, day);
    }

    @GET
    @Path(PAGE)
    public TemplateInstance page(
            @RestQuery @DefaultValue("32") String region,
            @RestQuery @DefaultValue("qualification") String by,
            @RestQuery("asOf") String day) {
        return Templates.breakdown(view(region, by, day), List.of(Dimension.values()), below(region));
    }

    @GET
    @Path(PAGE + ".xlsx")
    public Response excel(
            @RestQuery @DefaultValue("32") String region,
            @RestQuery @DefaultValue("qualification") String by,
            @RestQuery("asOf") String day) {
        return Download.of(book.of(view(region, by, day)), ListBook.MEDIA_TYPE, "holder-rate.xlsx");
    }

    @GET
    @Path(PAGE + ".csv")
    public Response csv(
            @RestQuery @DefaultValue("32") String region,
            @RestQuery @DefaultValue("qualification") String by,
            @RestQuery("asOf") String day) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            CsvWriter.table(book.lines(view(region, by, day)), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Download.of(out.toByteArray(), CSV, "holder-rate.csv");
    }

    private BreakdownView view(String code, String by, String day) {
        RegionView region = regions.find(code)
                .filter(found -> !found.isZone())
                .orElseThrow(() -> asOf.invalid("region", "statistics_region", ""));
        Dimension dimension = Dimension.of(by).orElseThrow(() -> asOf.invalid("by", "statistics_by", ""));
        LocalDate date = asOf.date(day);
        if ("COUNTY".equals(region.level()) && !isInside(code)) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return breakdowns.of(region, dimension, date, this::isInside);
    }

    /** The regions below that the reader can go on to: cities for everybody, counties for those who see everything in them. */
    private List<RegionView> below(String code) {
        return regions.children(code).stream()
                .filter(child -> "CITY".equals(child.level()) || isInside(child.code()))
                .toList();
    }

    private boolean isInside(String region) {
        return !user.isAnonymous() && user.reachesRegion(region, INSIDE);
    }
}
