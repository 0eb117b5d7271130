package org.chizheng.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.region.RegionView;

import io.quarkus.security.identity.SecurityIdentity;

/** Who asks, and how far the roles reach. What is out of reach is answered as if it did not exist. */
@RequestScoped
public class CurrentUser {
    private final SecurityIdentity identity;

    public CurrentUser(SecurityIdentity identity) {
        this.identity = identity;
    }

    public String principal() {
        return identity.getPrincipal().getName();
    }

    /** Nobody is signed in. */
    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    /** The person whom the account stands for, if any. */
    public Optional<UUID> person() {
        return Optional.ofNullable(identity.getAttribute("personId"));
    }

    /** @throws Refused NOT_ALLOWED when the account stands for no person, NOT_PROVEN while its holder must first prove to be the person */
    public UUID personId() {
        if (identity.getAttribute(AccountIdentity.WITHHELD) != null) {
            throw new Refused(PeopleRefusal.NOT_PROVEN);
        }
        UUID person = identity.getAttribute("personId");
        if (person == null) {
            throw new Refused(CommonRefusal.NOT_ALLOWED);
        }
        return person;
    }

    private List<Grant> grants() {
        List<Grant> grants = identity.getAttribute("grants");
        return grants == null ? List.of() : grants;
    }

    /** True when any of the roles is granted for the whole installation, for a region around this one, or for this very centre. */
    public boolean reachesCentre(UUID centre, String region, String... roles) {
        return grants().stream()
                .filter(grant -> List.of(roles).contains(grant.role()))
                .anyMatch(grant -> reachesRegion(grant, region) || centre.equals(grant.centreId()));
    }

    public boolean reachesEnterprise(UUID enterprise, String region, String... roles) {
        return grants().stream()
                .filter(grant -> List.of(roles).contains(grant.role()))
                .anyMatch(grant -> reachesRegion(grant, region) || enterprise.equals(grant.enterpriseId()));
    }

    public boolean reachesRegion(String region, String... roles) {
        return grants().stream()
                .filter(grant -> List.of(roles).contains(grant.role()))
                .anyMatch(grant -> reachesRegion(grant, region));
    }

    /** Enterprises that are granted one by one. */
    public List<UUID> enterprises() {
        return grants().stream()
                .map(Grant::enterpriseId)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** Centres that any of the roles is granted for one by one. */
    public List<UUID> centres(String... roles) {
        return grants().stream()
                .filter(grant -> List.of(roles).contains(grant.role()))
                .map(Grant::centreId)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** Regions that any of the roles is granted for; empty, which covers every code, for the whole installation. */
    public List<String> regions(String... roles) {
        return grants().stream()
                .filter(grant -> List.of(roles).contains(grant.role()))
                .filter(grant -> grant.centreId() == null && grant.enterpriseId() == null)
                .map(grant -> grant.region() == null ? "" : grant.region())
                .distinct()
                .toList();
    }

    private static boolean reachesRegion(Grant grant, String region) {
        boolean everywhere = grant.region() == null && grant.centreId() == null && grant.enterpriseId() == null;
        return everywhere || grant.region() != null && RegionView.covers(grant.region(), region);
    }

    /** @throws Refused NOT_FOUND if out of reach */
    public void mustReachCentre(UUID centre, String region, String... roles) {
        if (!reachesCentre(centre, region, roles)) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
    }

    /** @throws Refused NOT_FOUND if out of reach */
    public void mustReachEnterprise(UUID enterprise, String region, String... roles) {
        if (!reachesEnterprise(enterprise, region, roles)) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
    }
}
