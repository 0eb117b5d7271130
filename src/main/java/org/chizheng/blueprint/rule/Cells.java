package org.chizheng.blueprint.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which cell of a blueprint an item lies in. From which bank it is counts only where the blueprint asks for it. */
public final class Cells {
    private final Set<Quota.Cell> byBank = new HashSet<>();

    public Cells(List<Quota> quotas) {
        quotas.stream()
                .filter(quota -> !quota.level().isEmpty())
                .forEach(quota -> byBank.add(quota.cell().ofEitherBank()));
    }

    /** @param level of the item, NATIONAL or PROVINCIAL */
    public Quota.Cell of(String type, String chapter, int difficulty, String level) {
        Quota.Cell cell = new Quota.Cell(type, chapter, difficulty);
        return byBank.contains(cell) ? new Quota.Cell(type, chapter, difficulty, level) : cell;
    }

    /** @param held items by cell, each with its bank; @return items by cell of the blueprint */
    public Map<Quota.Cell, Integer> count(Map<Quota.Cell, Integer> held) {
        Map<Quota.Cell, Integer> counts = new HashMap<>();
        held.forEach((cell, items) ->
                counts.merge(of(cell.type(), cell.chapter(), cell.difficulty(), cell.level()), items, Integer::sum));
        return counts;
    }
}
