package org.chizheng.rehearsal.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.ToIntFunction;

import org.chizheng.calibration.rule.Calibration;
import org.chizheng.calibration.rule.Calibrator;
import org.chizheng.calibration.rule.ItemParameters;
import org.chizheng.calibration.rule.Responses;
import org.chizheng.calibration.rule.Settings;
import org.chizheng.calibration.rule.Slopes;
import org.chizheng.paper.rule.Draw;
import org.chizheng.paper.rule.DrawRules;
import org.chizheng.paper.rule.PaperAssembler;
import org.chizheng.paper.rule.PaperAssembler.Cell;
import org.chizheng.paper.rule.PaperAssembler.Want;
import org.chizheng.paper.rule.ParallelForms;
import org.chizheng.paper.rule.PoolItem;
import org.chizheng.rehearsal.Options;

/**
 * How fast and how equal papers are made, items calibrated and imported. The bank is made up: 2,000 items whose difficulties the assembler never sees; it knows what a calibration
 * from answers told of them. What it cannot know limits how equal papers are: a difficulty that varies by 0.6 logits within a cell and is estimated from n answers with a standard
 * error of about 2.3 / √n leaves at least 3.8 / √n of the spread, whatever the estimator (Fisher information; shrinking towards the cell's mean would take away less than a
 * hundredth of that). So the spread is shown for growing numbers of sittings, and the bound of 0.1 holds from 2,000 answers per item on.
 */
final class PapersBench {
    private static final int ITEMS = 2000;
    private static final int EACH = 100;
    private static final double CUT_ABILITY = 0.8;
    private static final double SPREAD_WITHIN_CELL = 0.6;
    private final boolean quick;
    private final int papers;
    /** What calibrations know; the bound holds for the last. */
    private final int[] sittings;

    private final Random random;
    private final Sheet sheet;
    private final List<Want> wants = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();

    PapersBench(Options options) {
        quick = options.has("quick");
        papers = quick ? 100 : 1000;
        int fewest = options.whole("candidates", quick ? 1000 : 10_000);
        sittings = new int[] {fewest, 2 * fewest, 4 * fewest};
        random = new Random(options.whole("seed", 1));
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("quick", quick);
        settings.put("seed", options.whole("seed", 1));
        settings.put("papers", papers);
        settings.put("items", ITEMS);
        settings.put("sittings", sittings);
        sheet = new Sheet("papers", settings);
    }

    boolean run() throws IOException, SQLException, ParallelForms.EnemiesMeet {
        blueprint();
        Map<Integer, ItemParameters> truth = bank();
        Map<UUID, Double> chances = new HashMap<>();
        for (int item = 0; item < ITEMS; item++) {
            chances.put(new UUID(0, item), truth.get(item).probability(CUT_ABILITY));
        }
        List<List<PoolItem>> pools = new ArrayList<>();
        for (int candidates : sittings) {
            Calibration told = Calibrator.calibrate(answers(truth, candidates), Settings.of(Slopes.ONE));
            pools.add(pool(item ->
                    told.items().containsKey(item) ? millionths(told.items().get(item)) : byAuthor(item)));
        }
        List<PoolItem> pool = pools.get(sittings.length - 1);
        List<List<PoolItem>> forms = timed(pool);
        equal(pools, chances);
        Map<UUID, Double> known = new HashMap<>();
        pool.forEach(item -> known.put(item.revision(), item.chance() / 1e6));
        sheet.lower("the same as far as the assembler knows", spread(forms, known) / spread(plain(pool), known), "×")
                .enter();
        exposed(forms, pool);
        calibrated();
        new ImportBench(sheet, quick, random).run();
        return sheet.write();
    }

    /** As the real blueprints: three types, eight chapters, three difficulties, 100 items, every cell with twenty times what it gives to a paper. */
    private void blueprint() {
        for (int chapter = 1; chapter <= 8; chapter++) {
            for (String type : List.of("TRUE_FALSE", "SINGLE")) {
                want(type, chapter, 1, 1);
                want(type, chapter, 2, 2);
                want(type, chapter, 3, 2);
            }
            want("MULTIPLE", chapter, 2, 2);
            if (chapter <= 4) {
                want("MULTIPLE", chapter, 3, 1);
            }
        }
    }

    private void want(String type, int chapter, int difficulty, int items) {
        wants.add(new Want(new Cell(type, "0" + chapter, difficulty), items, 1));
    }

    private Map<Integer, ItemParameters> bank() {
        Map<Integer, ItemParameters> truth = new HashMap<>();
        for (Want want : wants) {
            for (int i = 0; i < want.items() * ITEMS / EACH; i++) {
                double location = want.cell().difficulty() - 2 + SPREAD_WITHIN_CELL * random.nextGaussian();
                truth.put(cells.size(), new ItemParameters(1, location, 0, 0));
                cells.add(want.cell());
            }
        }
        return truth;
    }

    /** Candidates from N(0, 1), each with a paper's worth of items drawn at random. */
    private Responses answers(Map<Integer, ItemParameters> truth, int candidates) {
        int items = truth.size();
        int[] order = new int[items];
        for (int i = 0; i < items; i++) {
            order[i] = i;
        }
        Responses.Builder builder = Responses.of(items);
        for (int n = 0; n < candidates; n++) {
            double ability = random.nextGaussian();
            builder.candidate();
            for (int k = 0; k < EACH; k++) {
                int j = k + random.nextInt(items - k);
                int item = order[j];
                order[j] = order[k];
                order[k] = item;
                builder.answer(item, random.nextDouble() < truth.get(item).probability(ability));
            }
        }
        return builder.build();
    }

    private List<PoolItem> pool(ToIntFunction<Integer> chance) {
        List<PoolItem> pool = new ArrayList<>();
        for (int item = 0; item < cells.size(); item++) {
            Cell cell = cells.get(item);
            pool.add(new PoolItem(
                    new UUID(0, item), cell.type(), cell.chapter(), cell.difficulty(), 4, chance.applyAsInt(item)));
        }
        return pool;
    }

    private static int millionths(ItemParameters item) {
        return (int) Math.round(1e6 * item.probability(CUT_ABILITY));
    }

    private List<List<PoolItem>> timed(List<PoolItem> pool) throws ParallelForms.EnemiesMeet {
        List<Double> seconds = new ArrayList<>();
        List<List<PoolItem>> forms = List.of();
        for (int round = 0; round < 5; round++) {
            long from = System.nanoTime();
            forms = ParallelForms.assemble(
                    DrawRules.CURRENT, wants, pool, Map.of(), papers, new Draw(new byte[] {(byte) round}));
            seconds.add((System.nanoTime() - from) / 1e9);
        }
        String what = "%,d papers of %d items from %,d, one thread"
                .formatted(papers, forms.get(0).size(), ITEMS);
        sheet.lower(what + ", first", seconds.get(0), "s").must(2).aim(0.5).enter();
        sheet.lower(what + ", median of 5", Sheet.median(seconds), "s")
                .must(2)
                .aim(0.5)
                .enter();
        return forms;
    }

    /** What is left of an item that has too few answers, or only right or wrong ones. */
    private int byAuthor(int item) {
        return millionths(new ItemParameters(1, cells.get(item).difficulty() - 2.0, 0, 0));
    }

    private List<List<PoolItem>> plain(List<PoolItem> pool) {
        List<List<PoolItem>> plain = new ArrayList<>();
        for (int i = 0; i < papers; i++) {
            plain.add(PaperAssembler.assemble(wants, pool, new Draw(new byte[] {(byte) i, (byte) (i >> 8), 7})).stream()
                    .map(PaperAssembler.Placed::item)
                    .toList());
        }
        return plain;
    }

    /**
     * @param pools by number of sittings, what calibration told
     * @param chances by the true difficulties, which the assembler does not know
     */
    private void equal(List<List<PoolItem>> pools, Map<UUID, Double> chances) throws ParallelForms.EnemiesMeet {
        double baseline = spread(plain(pools.get(0)), chances);
        sheet.lower("spread (SD) of the expected score at the cut, plain stratified draw", baseline, "points")
                .enter();
        spread("author's difficulty only", 0, pool(this::byAuthor), chances, baseline)
                .enter();
        for (int i = 0; i < sittings.length; i++) {
            Sheet.Row row = spread(
                    "%,d sittings".formatted(sittings[i]), sittings[i] * EACH / ITEMS, pools.get(i), chances, baseline);
            (i == sittings.length - 1 ? row.must(0.1).aim(0.03) : row).enter();
        }
    }

    private Sheet.Row spread(String from, int answers, List<PoolItem> pool, Map<UUID, Double> chances, double baseline)
            throws ParallelForms.EnemiesMeet {
        List<List<PoolItem>> forms =
                ParallelForms.assemble(DrawRules.CURRENT, wants, pool, Map.of(), papers, new Draw(new byte[] {4}));
        String what = "spread ÷ that of a plain draw, %s (%,d answers per item)".formatted(from, answers);
        return sheet.lower(what, spread(forms, chances) / baseline, "×");
    }

    private static double spread(List<List<PoolItem>> papers, Map<UUID, Double> chances) {
        double[] expected = papers.stream()
                .mapToDouble(paper -> paper.stream()
                        .mapToDouble(item -> chances.get(item.revision()))
                        .sum())
                .toArray();
        double mean = java.util.Arrays.stream(expected).average().orElseThrow();
        return Math.sqrt(java.util.Arrays.stream(expected)
                .map(e -> (e - mean) * (e - mean))
                .average()
                .orElseThrow());
    }

    private void exposed(List<List<PoolItem>> forms, List<PoolItem> pool) {
        Map<PoolItem, Integer> times = new HashMap<>();
        forms.forEach(paper -> paper.forEach(item -> times.merge(item, 1, Integer::sum)));
        double largest = 0;
        for (Want want : wants) {
            List<PoolItem> cell = pool.stream()
                    .filter(item -> new Cell(item.type(), item.chapter(), item.difficulty()).equals(want.cell()))
                    .toList();
            double mean = (double) papers * want.items() / cell.size();
            for (PoolItem item : cell) {
                largest = Math.max(largest, times.getOrDefault(item, 0) / mean);
            }
        }
        sheet.lower("largest exposure of an item ÷ the mean possible in its cell", largest, "×")
                .must(1.3)
                .aim(1.1)
                .enter();
    }

    private void calibrated() {
        int items = quick ? 200 : 500;
        int candidates = quick ? 2000 : 10_000;
        Map<Integer, ItemParameters> truth = new HashMap<>();
        for (int i = 0; i < items; i++) {
            truth.put(i, new ItemParameters(Math.exp(0.3 * random.nextGaussian()), random.nextGaussian(), 0, 0));
        }
        Responses answers = answers(truth, candidates);
        long from = System.nanoTime();
        Calibration told = Calibrator.calibrate(answers, Settings.of(Slopes.FREE));
        double seconds = (System.nanoTime() - from) / 1e9;
        sheet.lower("2PL calibration, %d items × %,d candidates".formatted(items, candidates), seconds, "s")
                .must(60)
                .aim(10)
                .enter();
        sheet.holds(told.converged(), "the calibration did not converge");
        sheet.higher("correlation of true and calibrated difficulty", correlation(truth, told.items()), "")
                .must(0.98)
                .aim(0.99)
                .enter();
    }

    private static double correlation(Map<Integer, ItemParameters> truth, Map<Integer, ItemParameters> told) {
        double n = told.size();
        double meanTrue =
                told.keySet().stream().mapToDouble(i -> truth.get(i).b()).sum() / n;
        double meanTold = told.values().stream().mapToDouble(ItemParameters::b).sum() / n;
        double both = 0;
        double trues = 0;
        double tolds = 0;
        for (Map.Entry<Integer, ItemParameters> item : told.entrySet()) {
            double x = truth.get(item.getKey()).b() - meanTrue;
            double y = item.getValue().b() - meanTold;
            both += x * y;
            trues += x * x;
            tolds += y * y;
        }
        return both / Math.sqrt(trues * tolds);
    }
}
