package org.chizheng.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.ListBook;
import org.chizheng.common.Paged;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.exchange.Download;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.regulation.Qualifications;
import org.chizheng.statistics.EnterpriseRatesView.OfCounty;
import org.chizheng.statistics.EnterpriseRatesView.OfEnterprise;
import org.chizheng.statistics.figures.EnterpriseFigures;
import org.chizheng.statistics.figures.EnterpriseFigures.OnPost;
import org.chizheng.statistics.figures.rule.Counts;
import org.chizheng.workforce.EnterpriseView;
import org.chizheng.workforce.Enterprises;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The holder rate below the county, with names: for regulators and administrators of the region, and for an employer of its own enterprise. */
@Path("/statistics/holder-rate/enterprises")
@RolesAllowed({Roles.REGULATOR, Roles.ADMINISTRATOR})
public class EnterpriseRatesPage {
    private static final String[] REGION = {Roles.REGULATOR, Roles.ADMINISTRATOR};
    private static final String[] OWN = {Roles.REGULATOR, Roles.ADMINISTRATOR, Roles.EMPLOYER};
    private final EnterpriseFigures figures;
    private final Enterprises enterprises;
    private final Regions regions;
    private final Qualifications qualifications;
    private final CurrentUser user;
    private final AsOf asOf;
    private final Ui ui;

    EnterpriseRatesPage(
            EnterpriseFigures figures,
            Enterprises enterprises,
            Regions regions,
            Qualifications qualifications,
            CurrentUser user,
            AsOf asOf,
            Ui ui) {
        this.figures = figures;
        this.enterprises = enterprises;
        this.regions = regions;
        this.qualifications = qualifications;
        this.user = user;
        this.asOf = asOf;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "statistics", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance countyEnterprises(OfCounty view);

        static native TemplateInstance enterpriseRates(OfEnterprise view, Qualifications qualifications);
    }

    /** @param region code of a county */
    @GET
    public TemplateInstance county(
            @RestQuery @DefaultValue("") String region,
            @RestQuery("asOf") String day,
            @RestQuery @DefaultValue("1") int page) {
        return Templates.countyEnterprises(ofCounty(region, day, page));
    }

    @GET
    @Path("enterprises.xlsx")
    public Response countyFile(@RestQuery @DefaultValue("") String region, @RestQuery("asOf") String day) {
        List<List<Object>> rows = new ArrayList<>();
        RegionView county = county(region);
        figures.ofCounty(county.code(), asOf.date(day))
                .forEach(one -> rows.add(cells(one.name(), rate(one.id(), one.name(), one.counts()))));
        return file(
                "enterprises",
                heads("enterprise", "rate", "rate_without_grace", "numerator", "denominator", "grace"),
                rows);
    }

    /** @param post only those at it, by its id */
    @GET
    @Path("{id}")
    @RolesAllowed({Roles.REGULATOR, Roles.ADMINISTRATOR, Roles.EMPLOYER})
    public TemplateInstance one(
            @RestPath UUID id,
            @RestQuery("asOf") String day,
            @RestQuery UUID post,
            @RestQuery @DefaultValue("1") int page) {
        LocalDate date = asOf.date(day);
        Reached reached = reach(id, date);
        List<OnPost> people = reached.people();
        List<OnPost> shown = post == null
                ? people
                : people.stream().filter(one -> one.post().equals(post)).toList();
        Paged paged = Paged.of(page, shown.size(), "asOf=" + date + (post == null ? "" : "&post=" + post));
        return Templates.enterpriseRates(
                new OfEnterprise(
                        date,
                        reached.enterprise(),
                        regions.find(reached.county()).orElseThrow(),
                        rate(id, reached.enterprise().name(), sum(people)),
                        posts(people),
                        post,
                        paged.cut(shown),
                        paged),
                qualifications);
    }

    @GET
    @Path("{id}/people.xlsx")
    @RolesAllowed({Roles.REGULATOR, Roles.ADMINISTRATOR, Roles.EMPLOYER})
    public Response oneFile(@RestPath UUID id, @RestQuery("asOf") String day) {
        List<List<Object>> rows = new ArrayList<>();
        reach(id, asOf.date(day)).people().forEach(one -> rows.add(cells(one)));
        return file("people", heads("name", "post", "since", "qualification", "state", "until"), rows);
    }

    private OfCounty ofCounty(String region, String day, int page) {
        RegionView county = county(region);
        LocalDate date = asOf.date(day);
        List<EnterpriseFigures.Enterprise> all = figures.ofCounty(county.code(), date);
        Counts sum = all.stream().map(EnterpriseFigures.Enterprise::counts).reduce(Counts.NONE, Counts::plus);
        Paged paged = Paged.of(page, all.size(), "region=" + county.code() + "&asOf=" + date);
        return new OfCounty(
                date,
                county,
                HolderRates.rate(county.code(), county.zh(), county.en(), sum),
                paged.cut(all).stream()
                        .map(one -> new EnterpriseRatesView.Row(one, rate(one.id(), one.name(), one.counts())))
                        .toList(),
                paged);
    }

    private RegionView county(String region) {
        return regions.find(region)
                .filter(found -> "COUNTY".equals(found.level()) && user.reachesRegion(region, REGION))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /**
     * What the user sees of an enterprise.
     *
     * @param county through which the user reaches it
     * @param people all of it, or those who are counted on the day in places that the user reaches
     */
    private record Reached(EnterpriseView enterprise, String county, List<OnPost> people) {}

    private Reached reach(UUID id, LocalDate date) {
        EnterpriseView found = enterprises.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        List<OnPost> people = figures.ofEnterprise(id, date);
        if (user.reachesEnterprise(id, found.region(), OWN)) {
            return new Reached(found, found.region(), people);
        }
        List<OnPost> here = people.stream()
                .filter(one -> user.reachesRegion(one.region(), REGION))
                .toList();
        if (here.isEmpty()) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return new Reached(found, here.get(0).region(), here);
    }

    private static List<RateView> posts(List<OnPost> people) {
        Map<UUID, List<OnPost>> posts = new LinkedHashMap<>();
        people.forEach(one ->
                posts.computeIfAbsent(one.post(), none -> new ArrayList<>()).add(one));
        return posts.entrySet().stream()
                .map(post -> rate(post.getKey(), post.getValue().get(0).title(), sum(post.getValue())))
                .toList();
    }

    private static Counts sum(List<OnPost> people) {
        return people.stream().map(one -> Counts.of(one.cover())).reduce(Counts.NONE, Counts::plus);
    }

    private static RateView rate(UUID id, String name, Counts counts) {
        return HolderRates.rate(id.toString(), name, name, counts);
    }

    private List<Object> cells(String name, RateView rate) {
        return List.of(
                name,
                percent(rate.percent()),
                percent(rate.percentWithoutGrace()),
                rate.numerator(),
                rate.denominator(),
                rate.grace());
    }

    private String percent(String percent) {
        return percent == null ? ui.text("statistics_", "not_applicable") : percent + "%";
    }

    private List<Object> cells(OnPost one) {
        var qualification = qualifications.get(one.qualification());
        return List.of(
                one.name(),
                one.title(),
                one.since().toString(),
                ui.pick(qualification.zh(), qualification.en()),
                ui.text("statistics_cover_", one.cover().name()),
                one.until() == null ? "" : one.until().toString());
    }

    private List<String> heads(String... names) {
        return Stream.of(names).map(name -> ui.text("statistics_", name)).toList();
    }

    private Response file(String name, List<String> heads, List<List<Object>> rows) {
        return Download.of(ListBook.of(ui.text("statistics_", name), heads, rows), ListBook.MEDIA_TYPE, name + ".xlsx");
    }
}
