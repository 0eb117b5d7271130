package org.chizheng.home;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.centre.CentreView;
import org.chizheng.centre.Centres;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.workforce.EnterpriseView;
import org.chizheng.workforce.Enterprises;

/** What an administrator's reach covers: regions, centres and enterprises in them. */
@RequestScoped
public class Scopes {
    private final Centres centres;
    private final Enterprises enterprises;
    private final Regions regions;
    private final CurrentUser user;

    public Scopes(Centres centres, Enterprises enterprises, Regions regions, CurrentUser user) {
        this.centres = centres;
        this.enterprises = enterprises;
        this.regions = regions;
        this.user = user;
    }

    boolean reaches(String region) {
        return user.reachesRegion(region, Roles.ADMINISTRATOR);
    }

    /** A grant for the whole installation is reached only by one who holds the like. */
    boolean reachesAll(List<Grant> grants) {
        return grants.stream()
                .filter(grant -> !Roles.CANDIDATE.equals(grant.role()))
                .allMatch(grant -> reaches(regionOf(grant)));
    }

    private String regionOf(Grant grant) {
        if (grant.centreId() != null) {
            return centres.find(grant.centreId()).map(CentreView::region).orElse("");
        }
        if (grant.enterpriseId() != null) {
            return enterprises
                    .find(grant.enterpriseId())
                    .map(EnterpriseView::region)
                    .orElse("");
        }
        return grant.region() == null ? "" : grant.region();
    }

    /**
     * @param scope region:CODE, centre:ID or enterprise:CREDIT-CODE
     * @throws Refused if there is no such scope, it is out of reach, or it does not fit the role
     */
    Grant grant(String role, String scope) {
        String[] words = scope == null ? new String[0] : scope.strip().split(":", 2);
        if (words.length != 2) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "scope", "");
        }
        Grant grant = switch (words[0]) {
            case "region" ->
                new Grant(role, regions.find(words[1]).map(RegionView::code).orElse("-"), null, null);
            case "centre" -> new Grant(role, null, centre(words[1]), null);
            default -> new Grant(role, null, null, enterprise(words[1]));
        };
        boolean fits = Roles.EMPLOYER.equals(role) == (grant.enterpriseId() != null);
        if (!fits || !reaches(regionOf(grant))) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "scope", "");
        }
        return grant;
    }

    private UUID centre(String id) {
        return centres.all().stream()
                .map(CentreView::id)
                .filter(known -> known.toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(CommonRefusal.FIELD_INVALID, "scope", ""));
    }

    private UUID enterprise(String creditCode) {
        return enterprises.search("", creditCode).stream()
                .filter(found -> found.creditCode().equals(creditCode))
                .map(EnterpriseView::id)
                .findFirst()
                .orElseThrow(() -> new Refused(CommonRefusal.FIELD_INVALID, "scope", ""));
    }

    /** Where a grant reaches, in words. */
    public String zh(Grant grant) {
        return words(grant, true);
    }

    public String en(Grant grant) {
        return words(grant, false);
    }

    private String words(Grant grant, boolean chinese) {
        if (grant.centreId() != null) {
            return centres.find(grant.centreId())
                    .map(c -> chinese ? c.zh() : c.en())
                    .orElse("");
        }
        if (grant.enterpriseId() != null) {
            return enterprises
                    .find(grant.enterpriseId())
                    .map(EnterpriseView::name)
                    .orElse("");
        }
        return regions.find(grant.region() == null ? "32" : grant.region())
                .map(r -> chinese ? r.zh() : r.en())
                .orElse("");
    }
}
