package org.chizheng.blueprint.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A blueprint must add up to what the policy's question plan says, type by type. */
public final class BlueprintChecks {
    private BlueprintChecks() {}

    /** @param plan items and points by type, {items, points each}; @return what does not hold, empty if all does */
    public static List<String> faults(List<Quota> quotas, Map<String, int[]> plan) {
        List<String> faults = new ArrayList<>();
        Map<String, Integer> items = new HashMap<>();
        for (Quota quota : quotas) {
            items.merge(quota.type(), quota.items(), Integer::sum);
            int[] wanted = plan.get(quota.type());
            if (wanted != null && wanted[1] != quota.points()) {
                faults.add(quota.type() + " " + quota.chapter() + ": " + quota.points() + " points instead of "
                        + wanted[1]);
            }
        }
        plan.forEach((type, wanted) -> {
            int have = items.getOrDefault(type, 0);
            if (have != wanted[0]) {
                faults.add(type + ": " + have + " items instead of " + wanted[0]);
            }
        });
        items.keySet().stream()
                .filter(type -> !plan.containsKey(type))
                .forEach(type -> faults.add(type + " is not in the plan"));
        return faults;
    }
}
