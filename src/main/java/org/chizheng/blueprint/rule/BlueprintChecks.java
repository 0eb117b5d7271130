package org.chizheng.blueprint.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A blueprint must add up to what the policy's question plan says, type by type, and ask for no more than the bank has, cell by cell. */
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
        Cells cells = new Cells(quotas);
        quotas.stream()
                .filter(quota -> quota.level().isEmpty()
                        && !cells.of(quota.type(), quota.chapter(), quota.difficulty(), "NATIONAL")
                                .equals(quota.cell()))
                .forEach(quota -> faults.add(name(quota) + ": one quota names a bank and another does not"));
        items.keySet().stream()
                .filter(type -> !plan.containsKey(type))
                .forEach(type -> faults.add(type + " is not in the plan"));
        return faults;
    }

    /** @return by place in the list: cells that hold fewer items than wanted, and cells named a second time */
    public static Map<Integer, String> shortages(List<Quota> quotas, Map<Quota.Cell, Integer> available) {
        Map<Integer, String> faults = new TreeMap<>();
        Set<Quota.Cell> seen = new HashSet<>();
        for (int i = 0; i < quotas.size(); i++) {
            Quota quota = quotas.get(i);
            String cell = name(quota);
            int have = available.getOrDefault(quota.cell(), 0);
            if (!seen.add(quota.cell())) {
                faults.put(i, cell + " stands twice");
            } else if (have < quota.items()) {
                faults.put(i, cell + ": the bank has " + have + " items, wanted are " + quota.items());
            }
        }
        return faults;
    }

    private static String name(Quota quota) {
        String cell = quota.type() + " " + quota.chapter() + "/" + quota.difficulty();
        return quota.level().isEmpty() ? cell : cell + " " + quota.level();
    }
}
