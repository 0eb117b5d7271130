package org.chizheng.statistics.desk;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;

/** Which regions a reader's desk reaches. */
@RequestScoped
public class DeskReach {
    private static final String[] ROLES = {Roles.REGULATOR, Roles.ADMINISTRATOR};
    private static final String PROVINCE = "32";
    private final CurrentUser user;
    private final Regions regions;

    DeskReach(CurrentUser user, Regions regions) {
        this.user = user;
        this.regions = regions;
    }

    /** Where the reader's work is; the province for the whole installation. */
    public List<RegionView> own() {
        return codes().stream()
                .map(code -> code.isEmpty() ? PROVINCE : code)
                .distinct()
                .flatMap(code -> regions.find(code).stream())
                .toList();
    }

    /** Codes that reach all below them. */
    public List<String> codes() {
        return user.regions(ROLES);
    }

    /**
     * A region of the reader's.
     *
     * @param code blank for the first of the own ones
     * @throws Refused NOT_FOUND where there is no such region, where it is a functional zone, or out of reach
     */
    public RegionView region(String code) {
        if (code == null || code.isBlank()) {
            return own().stream().findFirst().orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        }
        return regions.find(code)
                .filter(region -> !region.isZone())
                .filter(region -> reaches(region.code()))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    public boolean reaches(String code) {
        return user.reachesRegion(code, ROLES);
    }
}
