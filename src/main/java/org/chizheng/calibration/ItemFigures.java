package org.chizheng.calibration;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** Figures of items without their words and keys, for those who supervise and do not write. */
@ApplicationScoped
public class ItemFigures {
    private final Analyses analyses;

    ItemFigures(Analyses analyses) {
        this.analyses = analyses;
    }

    /**
     * One item with enough answers.
     *
     * @param facility share of right answers, two decimals; discrimination upper less lower 27 %, two decimals; a dash where it cannot be told
     * @param findings how many things its analysis advises to look at
     */
    public record ItemFigure(
            String code, int revision, long responses, String facility, String discrimination, int findings) {}

    /** figures: in the order of codes; few: items with too few answers, which are not told one by one. */
    public record Subject(List<ItemFigure> figures, int few) {
        public Subject {
            figures = List.copyOf(figures);
        }
    }

    public Subject of(String subject) {
        List<AnalysedItem> items = analyses.of(subject).items();
        List<ItemFigure> figures = items.stream()
                .filter(AnalysedItem::isEnough)
                .map(item -> new ItemFigure(
                        item.item().code(),
                        item.item().revisionNumber(),
                        item.statistics().responses(),
                        Figures.two(item.statistics().facility()),
                        Figures.two(item.statistics().discrimination()),
                        item.findings().size()))
                .toList();
        return new Subject(figures, items.size() - figures.size());
    }
}
