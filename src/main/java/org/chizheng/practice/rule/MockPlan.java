package org.chizheng.practice.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.chizheng.paper.rule.PaperAssembler.Cell;
import org.chizheng.paper.rule.PaperAssembler.Want;

/**
 * What a mock paper 模拟试卷 asks of the share: the blueprint itself where the share can fill it, otherwise a smaller paper in the same proportions. All types shrink by
 * the same factor, that of the scarcest type; within a type the chapters keep their weights, and within a chapter the difficulties, as far as the share has items.
 */
public final class MockPlan {
    private MockPlan() {}

    /**
     * @param blueprint what the examination asks of each cell
     * @param available items of the share by cell
     * @return cells with 1 item or more, in the order of the blueprint; empty when the share has nothing for it
     */
    public static List<Want> wants(List<Want> blueprint, Map<Cell, Integer> available) {
        Map<String, List<Want>> types = new LinkedHashMap<>();
        blueprint.forEach(want -> types.computeIfAbsent(want.cell().type(), type -> new ArrayList<>())
                .add(want));
        types.values().removeIf(wants -> room(wants, available) == 0);
        long have = 1;
        long want = 1;
        for (List<Want> wants : types.values()) {
            long room = room(wants, available);
            long asked = items(wants);
            if (room * want < have * asked) {
                have = room;
                want = asked;
            }
        }
        List<Want> planned = new ArrayList<>();
        for (List<Want> wants : types.values()) {
            int items = (int) Math.max(1, items(wants) * have / want);
            planned.addAll(spread(wants, items, available));
        }
        return planned;
    }

    public static int items(List<Want> wants) {
        return wants.stream().mapToInt(Want::items).sum();
    }

    public static int points(List<Want> wants) {
        return wants.stream().mapToInt(want -> want.items() * want.points()).sum();
    }

    private static int room(List<Want> wants, Map<Cell, Integer> available) {
        return wants.stream()
                .mapToInt(want -> available.getOrDefault(want.cell(), 0))
                .sum();
    }

    /** One item after the other goes to the chapter that is furthest behind its weight, and there to the cell that is. */
    private static List<Want> spread(List<Want> wants, int items, Map<Cell, Integer> available) {
        int asked = items(wants);
        Map<String, Integer> weights = wants.stream()
                .collect(Collectors.groupingBy(want -> want.cell().chapter(), Collectors.summingInt(Want::items)));
        Map<Cell, Integer> given = new LinkedHashMap<>();
        Map<String, Integer> chapters = new LinkedHashMap<>();
        Comparator<Want> behind = Comparator.<Want>comparingInt(
                        w -> weights.get(w.cell().chapter()) * items
                                - chapters.getOrDefault(w.cell().chapter(), 0) * asked)
                .thenComparingInt(w -> w.items() * items - given.getOrDefault(w.cell(), 0) * asked);
        for (int i = 0; i < items; i++) {
            Want next = null;
            for (Want want : wants) {
                boolean hasRoom = given.getOrDefault(want.cell(), 0) < available.getOrDefault(want.cell(), 0);
                if (hasRoom && (next == null || behind.compare(want, next) > 0)) {
                    next = want;
                }
            }
            given.merge(next.cell(), 1, Integer::sum);
            chapters.merge(next.cell().chapter(), 1, Integer::sum);
        }
        return wants.stream()
                .filter(want -> given.containsKey(want.cell()))
                .map(want -> new Want(want.cell(), given.get(want.cell()), want.points()))
                .toList();
    }
}
