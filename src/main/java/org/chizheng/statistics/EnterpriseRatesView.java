package org.chizheng.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.chizheng.common.Paged;
import org.chizheng.region.RegionView;
import org.chizheng.statistics.figures.EnterpriseFigures.Enterprise;
import org.chizheng.statistics.figures.EnterpriseFigures.OnPost;
import org.chizheng.workforce.EnterpriseView;

/** What pages below the county show. */
public final class EnterpriseRatesView {
    private EnterpriseRatesView() {}

    /** The enterprises of a county; code of a rate is the enterprise's id. */
    public record OfCounty(LocalDate asOf, RegionView county, RateView total, List<Row> rows, Paged paged) {}

    /** An enterprise in the list. */
    public record Row(Enterprise enterprise, RateView rate) {}

    /** An enterprise by its posts, and those who stand there, the open requirements first; code of a rate is the post's id. */
    public record OfEnterprise(
            LocalDate asOf,
            EnterpriseView enterprise,
            RegionView county,
            RateView total,
            List<RateView> posts,
            UUID post,
            List<OnPost> people,
            Paged paged) {}
}
