package org.chizheng.paper.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plain stratified random draw, against which {@link ParallelForms} is measured: each cell of type × chapter × difficulty gives the blueprint's number of items; order and options are shuffled. */
public final class PaperAssembler {
    /** Types of items in the order in which they stand on a paper. */
    public static final List<String> SECTIONS = List.of("TRUE_FALSE", "SINGLE", "MULTIPLE");

    private PaperAssembler() {}

    /** A cell of the blueprint; level is empty where items of either bank will do. */
    public record Cell(String type, String chapter, int difficulty, String level) {
        /** Records of before have no level. */
        public Cell {
            level = level == null ? "" : level;
        }

        public Cell(String type, String chapter, int difficulty) {
            this(type, chapter, difficulty, "");
        }
    }

    /** What the blueprint wants of a cell. */
    public record Want(Cell cell, int items, int points) {}

    /** A cell that the pool cannot fill. */
    public record Shortage(Cell cell, int wanted, int available) {}

    /** An item at its place; optionOrder[i] is the author's index of the option shown at place i. */
    public record Placed(PoolItem item, int points, List<Integer> optionOrder) {}

    /** All cells that are short; empty means a paper can be drawn. */
    public static List<Shortage> shortages(List<Want> wants, List<Cell> pool) {
        Map<Cell, Long> cells = pool.stream().collect(Collectors.groupingBy(cell -> cell, Collectors.counting()));
        List<Shortage> shortages = new ArrayList<>();
        for (Want want : wants) {
            int available = cells.getOrDefault(want.cell(), 0L).intValue();
            if (available < want.items()) {
                shortages.add(new Shortage(want.cell(), want.items(), available));
            }
        }
        return shortages;
    }

    /** Sections in the order true-false, single, multiple. Pool and wants must come in a fixed order for the same seed to give the same paper. */
    public static List<Placed> assemble(List<Want> wants, List<PoolItem> pool, Draw draw) {
        Map<Cell, List<PoolItem>> cells = byCell(pool);
        List<Placed> paper = new ArrayList<>();
        for (String section : SECTIONS) {
            List<Placed> placed = new ArrayList<>();
            for (Want want : wants) {
                if (want.cell().type().equals(section)) {
                    for (PoolItem item : draw.shuffle(cells.get(want.cell())).subList(0, want.items())) {
                        placed.add(new Placed(item, want.points(), options(item, draw)));
                    }
                }
            }
            paper.addAll(draw.shuffle(placed));
        }
        return paper;
    }

    /** True and false keep their places, so that their order tells nothing and confuses nobody. */
    public static List<Integer> options(PoolItem item, Draw draw) {
        List<Integer> order = IntStream.range(0, item.options()).boxed().toList();
        return item.type().equals("TRUE_FALSE") ? order : draw.shuffle(order);
    }

    static Map<Cell, List<PoolItem>> byCell(List<PoolItem> pool) {
        Map<Cell, List<PoolItem>> cells = new HashMap<>();
        for (PoolItem item : pool) {
            cells.computeIfAbsent(item.cell(), cell -> new ArrayList<>()).add(item);
        }
        return cells;
    }
}
