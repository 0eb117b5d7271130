package org.chizheng.application;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.centre.CentreView;
import org.chizheng.centre.Centres;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;

/**
 * Which authorities' applications whoever is signed in may answer: a regulator, or a manager of centres by region, those of the region; the manager of one centre, as the exam body
 * that the authority entrusts, those of the centre's county and of its city.
 */
@ApplicationScoped
public class ReviewScope {
    private static final int CITY_DIGITS = 4;
    private final CurrentUser user;
    private final Centres centres;
    private final Regions regions;

    public ReviewScope(CurrentUser user, Centres centres, Regions regions) {
        this.user = user;
        this.centres = centres;
        this.regions = regions;
    }

    /** Codes of the regions. */
    public List<String> regions() {
        List<String> scopes = user.regions(Roles.REGULATOR, Roles.CENTRE_MANAGER);
        List<String> own = user.centres(Roles.CENTRE_MANAGER).stream()
                .flatMap(id -> centres.find(id).stream())
                .map(CentreView::region)
                .flatMap(region -> Stream.of(region, region.substring(0, Math.min(CITY_DIGITS, region.length()))))
                .toList();
        Predicate<String> within =
                code -> own.contains(code) || scopes.stream().anyMatch(scope -> RegionView.covers(scope, code));
        return regions.all().stream().map(RegionView::code).filter(within).toList();
    }

    /** @throws Refused NOT_FOUND if out of reach */
    public void mustReach(ApplicationView application) {
        if (!regions().contains(application.region())) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
    }
}
