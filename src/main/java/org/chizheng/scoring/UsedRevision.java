package org.chizheng.scoring;

import java.util.List;
import java.util.UUID;

import org.chizheng.bank.Revision;

/** A revision that stands in committed pools, as it is when a regrade of it is opened: with its key. */
public record UsedRevision(
        UUID id,
        String item,
        int number,
        String type,
        String stem,
        List<Revision.Option> options,
        int pools,
        List<Use> uses,
        Newer newer) {
    public UsedRevision {
        options = List.copyOf(options);
        uses = List.copyOf(uses);
    }

    /** How many frozen papers hold which revision of the item. */
    public record Use(int number, int papers) {}

    /**
     * The newest revision after this one.
     *
     * @param sameOptions whether its options have the same texts, so that its key can be taken over
     * @param right the texts that are right by its key
     */
    public record Newer(int number, boolean sameOptions, List<String> right) {
        public Newer {
            right = List.copyOf(right);
        }
    }

    /** What the page proposes: the newer key where it fits, else nothing. */
    public List<Integer> proposed() {
        if (newer == null || !newer.sameOptions()) {
            return List.of();
        }
        return java.util.stream.IntStream.range(0, options.size())
                .filter(place -> newer.right().contains(options.get(place).text()))
                .boxed()
                .toList();
    }
}
