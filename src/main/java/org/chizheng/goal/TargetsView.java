package org.chizheng.goal;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.chizheng.region.RegionView;

/**
 * Targets under a reading as they stand and stood.
 *
 * @param sets whether the account may set them
 * @param weights of cities as they were entered
 */
public record TargetsView(
        Reading reading,
        List<Reading> readings,
        List<TargetView> targets,
        List<TargetView> history,
        boolean sets,
        Map<String, Long> weights,
        List<RegionView> cities,
        List<GoalKind> kinds,
        List<String> splits,
        List<String> marks) {
    /** A region's row of the tree, for its name. */
    public RegionView region(String code) {
        return cities.stream()
                .filter(city -> city.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** Empty where none was entered. */
    public String weight(String city) {
        return Objects.toString(weights.get(city), "");
    }
}
