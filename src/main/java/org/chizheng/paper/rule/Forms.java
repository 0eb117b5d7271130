package org.chizheng.paper.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The papers of a session while they are made: what lies in each, what it expects, and how much those that follow each other share. */
final class Forms {
    private final List<Hand> hands;
    private final Map<UUID, Set<UUID>> enemies;
    private final List<Set<UUID>> papers = new ArrayList<>();
    private final long[] expected;
    private final int[] shared;

    Forms(List<Hand> hands, Map<UUID, Set<UUID>> enemies, int count) {
        this.hands = List.copyOf(hands);
        this.enemies = enemies;
        expected = new long[count];
        shared = new int[count];
        for (int i = 0; i < count; i++) {
            papers.add(new HashSet<>());
        }
    }

    List<Hand> hands() {
        return hands;
    }

    int count() {
        return papers.size();
    }

    /** Millionths of a point that a candidate at the cut may expect of the paper. */
    long expected(int paper) {
        return expected[paper];
    }

    /** Items that the paper and the one before it have in common. */
    int sharedWithBefore(int paper) {
        return shared[paper];
    }

    /** The papers before and after it, as far as there are. */
    int[] next(int paper) {
        if (paper == 0) {
            return count() == 1 ? new int[0] : new int[] {1};
        }
        return paper == count() - 1 ? new int[] {paper - 1} : new int[] {paper - 1, paper + 1};
    }

    boolean holds(int paper, PoolItem item) {
        return papers.get(paper).contains(item.revision());
    }

    /** @return null if the paper has none */
    UUID enemyOf(PoolItem item, int paper) {
        for (UUID enemy : enemies.getOrDefault(item.revision(), Set.of())) {
            if (papers.get(paper).contains(enemy)) {
                return enemy;
            }
        }
        return null;
    }

    boolean haveEnemies() {
        return !enemies.isEmpty();
    }

    /** Lays the item at its place, from where another has been taken. */
    void lay(Hand hand, int paper, int place, PoolItem item) {
        hand.items()[paper][place] = item;
        expected[paper] += value(hand, item);
        papers.get(paper).add(item.revision());
        count(paper, item, 1);
    }

    void takeAway(Hand hand, int paper, int place) {
        PoolItem item = hand.items()[paper][place];
        expected[paper] -= value(hand, item);
        papers.get(paper).remove(item.revision());
        count(paper, item, -1);
    }

    private static long value(Hand hand, PoolItem item) {
        return (long) hand.want().points() * item.chance();
    }

    private void count(int paper, PoolItem item, int sign) {
        for (int neighbour : next(paper)) {
            shared[Math.max(paper, neighbour)] += holds(neighbour, item) ? sign : 0;
        }
    }

    void change(Hand hand, int one, int place, int other, int there) {
        PoolItem mine = hand.items()[one][place];
        PoolItem yours = hand.items()[other][there];
        takeAway(hand, one, place);
        takeAway(hand, other, there);
        lay(hand, one, place, yours);
        lay(hand, other, there, mine);
    }

    /** By paper its items, in the order of the hands. */
    List<List<PoolItem>> papers() {
        List<List<PoolItem>> all = new ArrayList<>();
        for (int paper = 0; paper < count(); paper++) {
            List<PoolItem> one = new ArrayList<>();
            for (Hand hand : hands) {
                one.addAll(List.of(hand.items()[paper]));
            }
            all.add(one);
        }
        return all;
    }
}
