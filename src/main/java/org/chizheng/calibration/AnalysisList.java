package org.chizheng.calibration;

import java.util.List;

import org.chizheng.calibration.rule.ItemStatistics;

/** One page of the analysed items and how many there are in all. */
public record AnalysisList(List<Row> rows, int total, AnalysisFilter filter) {
    /** An item in a line; figures only where there are enough answers. */
    public record Row(
            String code,
            int revision,
            boolean newest,
            boolean retired,
            String type,
            String stem,
            long responses,
            boolean enough,
            String facility,
            String pointBiserial,
            String discrimination,
            String difficulty,
            List<String> findings) {
        static Row of(AnalysedItem analysed) {
            CountedItem item = analysed.item();
            ItemStatistics statistics = analysed.statistics();
            return new Row(
                    item.code(),
                    item.revisionNumber(),
                    item.newest(),
                    item.retired(),
                    item.type(),
                    item.stem(),
                    statistics.responses(),
                    analysed.isEnough(),
                    Figures.percent(statistics.facility()),
                    Figures.two(statistics.pointBiserial()),
                    Figures.two(statistics.discrimination()),
                    analysed.rasch()
                            .map(rasch -> Figures.two(rasch.parameters().b()))
                            .orElse("–"),
                    analysed.findings().stream()
                            .map(finding -> finding.kind().name())
                            .distinct()
                            .toList());
        }
    }

    static AnalysisList of(List<AnalysedItem> items, AnalysisFilter asked) {
        List<AnalysedItem> taken =
                items.stream().filter(asked::takes).sorted(asked.order()).toList();
        AnalysisFilter filter = asked.within(pages(taken.size()));
        List<Row> rows = taken.stream()
                .skip((filter.page() - 1L) * AnalysisFilter.PAGE_SIZE)
                .limit(AnalysisFilter.PAGE_SIZE)
                .map(Row::of)
                .toList();
        return new AnalysisList(rows, taken.size(), filter);
    }

    public int pages() {
        return pages(total);
    }

    private static int pages(int total) {
        return Math.max(1, (total + AnalysisFilter.PAGE_SIZE - 1) / AnalysisFilter.PAGE_SIZE);
    }

    public boolean hasPrevious() {
        return filter.page() > 1;
    }

    public boolean hasNext() {
        return filter.page() < pages();
    }

    public String previous() {
        return filter.on(filter.page() - 1);
    }

    public String next() {
        return filter.on(filter.page() + 1);
    }

    public List<String> findingKinds() {
        return AnalysisFilter.findings();
    }

    public List<String> sorts() {
        return AnalysisFilter.SORTS;
    }
}
