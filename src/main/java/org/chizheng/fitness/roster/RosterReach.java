package org.chizheng.fitness.roster;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.chizheng.workforce.EnterpriseView;
import org.chizheng.workforce.Enterprises;

/**
 * Whose people a roster may speak of.
 *
 * @param enterprise the only one; null where rows name theirs by its credit code
 * @param regions within which those must lie; empty text for the whole installation
 */
public record RosterReach(UUID enterprise, List<String> regions) {
    public RosterReach {
        regions = List.copyOf(regions);
    }

    public static RosterReach of(UUID enterprise) {
        return new RosterReach(enterprise, List.of());
    }

    /** Empty for an enterprise that is not known or out of reach; which of the two is not told. */
    Optional<UUID> employer(Enterprises enterprises, String creditCode) {
        if (enterprise == null) {
            return enterprises
                    .byCreditCode(creditCode)
                    .filter(found -> regions.stream().anyMatch(region -> covers(region, found)))
                    .map(EnterpriseView::id);
        }
        boolean own = creditCode.isEmpty()
                || enterprises
                        .find(enterprise)
                        .filter(e -> e.creditCode().equals(creditCode))
                        .isPresent();
        return own ? Optional.of(enterprise) : Optional.empty();
    }

    private static boolean covers(String region, EnterpriseView found) {
        return region.isEmpty() || org.chizheng.region.RegionView.covers(region, found.region());
    }
}
