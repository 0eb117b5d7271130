package org.chizheng.practice.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.chizheng.paper.rule.Draw;
import org.chizheng.paper.rule.PaperAssembler.Want;
import org.chizheng.paper.rule.PoolItem;

/**
 * Which items of the share a mock paper takes where there are more than it needs: first those that its person has never answered, then those answered longest ago. The share is
 * small, so that a draw by chance alone would bring many back that were answered the day before.
 */
public final class LongestUnseen {
    private LongestUnseen() {}

    /**
     * @param wants what the paper needs of each cell, which the pool can fill
     * @param pool in a fixed order, for the same chance to give the same items
     * @param met by revision, when its item was last answered; those never answered are left out
     * @return as many of each cell as are wanted; of items answered at the same time, or never, each as likely as another
     */
    public static List<PoolItem> choose(List<Want> wants, List<PoolItem> pool, Map<UUID, Instant> met, Draw draw) {
        Comparator<PoolItem> longestAgo = Comparator.comparing(item -> met.getOrDefault(item.revision(), Instant.MIN));
        List<PoolItem> chosen = new ArrayList<>();
        for (Want want : wants) {
            List<PoolItem> cell = pool.stream()
                    .filter(item -> item.cell().equals(want.cell()))
                    .toList();
            draw.shuffle(cell).stream().sorted(longestAgo).limit(want.items()).forEach(chosen::add);
        }
        return chosen;
    }
}
