package org.chizheng.authoring.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Items that nearly ask the same: the pairs of neighbouring characters in stem and right options are compared, since stem and key say what an item knows while wrong
 * options are often shared by a whole chapter. Two items are near when they share {@value #ALIKE} of all their pairs (Jaccard 1901), or when one of at least
 * {@value #SHORTEST} pairs holds {@value #CONTAINED} of them in the other. In the starter bank these bounds list items that one would not put into one paper;
 * from 0.4 on downwards the list fills with items that share an opening (按2026年6月1日起施行的规定) and ask different things. Items with two different figures are not
 * compared: there the figure asks.
 *
 * <p>An item that is near must share one of the rarest pairs of either (prefix filtering: Chaudhuri, Ganti and Kaushik 2006), so only those are looked up: an item
 * meets a handful of others, not all.
 */
public final class SimilarItems {
    /** Share of the pairs of both, 0 to 1. */
    static final double ALIKE = 0.45;
    /** Share of the pairs of the shorter one, 0 to 1. */
    static final double CONTAINED = 0.8;
    /** Pairs of the shortest item that is looked for within others. */
    static final int SHORTEST = 10;

    /** Items that one item is held against at most; in a bank it meets a few hundred, in a file made to cost time all. */
    static final int MOST_COMPARED = 1_000;

    /** A bit of a signature is named by so many bits: an item of a bank has some fifty pairs, of which few fall on the same of 256. */
    private static final int SIGNATURE_BITS = 8;
    /** Longs of a signature. */
    private static final int SIGNATURE = (1 << SIGNATURE_BITS) / Long.SIZE;

    private final CheckedItem[] items;
    private final int[][] pairs;
    private final String[] asked;
    private final long[] signatures;
    private final Map<Integer, List<Integer>> holders = new HashMap<>();
    private final Map<Integer, List<Integer>> rarely = new HashMap<>();

    public SimilarItems(List<CheckedItem> items) {
        this.items = items.toArray(CheckedItem[]::new);
        pairs = items.stream().map(SimilarItems::pairs).toArray(int[][]::new);
        asked = items.stream().map(Duplicates::asked).toArray(String[]::new);
        signatures = new long[pairs.length * SIGNATURE];
        for (int i = 0; i < pairs.length; i++) {
            enter(holders, pairs[i], i);
            sign(pairs[i], signatures, i * SIGNATURE);
        }
        for (int i = 0; i < pairs.length; i++) {
            if (pairs[i].length >= SHORTEST) {
                enter(rarely, rarest(pairs[i], CONTAINED), i);
            }
        }
    }

    /**
     * A near item.
     *
     * @param alike share of the pairs of both, 0 to 1
     * @param contained share of the pairs of the shorter one, 0 to 1
     */
    public record Near(CheckedItem item, double alike, double contained) {}

    /** The others that are near, nearest first; those that ask exactly the same are not among them. */
    public List<Near> of(CheckedItem item) {
        int[] own = pairs(item);
        long[] signature = new long[SIGNATURE];
        sign(own, signature, 0);
        String same = Duplicates.asked(item);
        return candidates(own).stream()
                .filter(i -> mayBeNear(own.length, signature, i) && !asked[i].equals(same))
                .mapToObj(i -> compare(item, own, i))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Near::alike)
                        .reversed()
                        .thenComparing(near -> near.item().code()))
                .toList();
    }

    /**
     * As many of an item's pairs, the rarest among these items, that another one which is near it holds at least one of them; only one that is shorter, and near for being
     * held in this item alone, may hold none: the pair is then found from that side. Pairs with half of a character beyond the basic plane are left out.
     */
    public List<String> probes(CheckedItem item) {
        return Arrays.stream(rarest(pairs(item), ALIKE))
                .mapToObj(pair -> "" + (char) (pair >>> Character.SIZE) + (char) pair)
                .filter(pair -> pair.chars().noneMatch(c -> Character.isSurrogate((char) c)))
                .toList();
    }

    /** How many others an item is held against. */
    int compared(CheckedItem item) {
        return candidates(pairs(item)).cardinality();
    }

    private BitSet candidates(int[] own) {
        BitSet found = new BitSet(items.length);
        collect(holders, rarest(own, ALIKE), found);
        collect(rarely, own, found);
        return found;
    }

    private static void collect(Map<Integer, List<Integer>> index, int[] pairs, BitSet found) {
        for (int pair : pairs) {
            if (found.cardinality() >= MOST_COMPARED) {
                return;
            }
            List<Integer> holding = index.getOrDefault(pair, List.of());
            for (int i = 0; i < Math.min(MOST_COMPARED, holding.size()); i++) {
                found.set(holding.get(i));
            }
        }
    }

    /**
     * Never false of what is near: whatever bit one signature has and the other has not comes of a pair that only one of them holds, so that of both together at most half of the others
     * are shared (bitmap filter: Sandes, Teodoro and de Melo 2020).
     */
    private boolean mayBeNear(int length, long[] signature, int index) {
        int differing = 0;
        for (int i = 0; i < SIGNATURE; i++) {
            differing += Long.bitCount(signature[i] ^ signatures[index * SIGNATURE + i]);
        }
        int both = length + pairs[index].length;
        return (both - differing) / 2 >= needed(both, Math.min(length, pairs[index].length));
    }

    private static void sign(int[] pairs, long[] into, int at) {
        for (int pair : pairs) {
            int bit = pair * 0x9E3779B9 >>> Integer.SIZE - SIGNATURE_BITS;
            into[at + (bit >>> 6)] |= 1L << bit;
        }
    }

    /** Null when they are not near. */
    private Near compare(CheckedItem item, int[] own, int index) {
        CheckedItem other = items[index];
        if (Objects.equals(other.code(), item.code()) || differ(item.figure(), other.figure())) {
            return null;
        }
        int[] theirs = pairs[index];
        int smaller = Math.min(own.length, theirs.length);
        int shared = shared(own, theirs, needed(own.length + theirs.length, smaller));
        double alike = (double) shared / Math.max(1, own.length + theirs.length - shared);
        double contained = (double) shared / Math.max(1, smaller);
        return alike >= ALIKE || smaller >= SHORTEST && contained >= CONTAINED
                ? new Near(other, alike, contained)
                : null;
    }

    private static boolean differ(String figure, String other) {
        return figure != null && other != null && !figure.equals(other);
    }

    /** Fewer common pairs than this make nobody near. */
    private static int needed(int both, int smaller) {
        double alike = ALIKE / (1 + ALIKE) * both;
        return (int) Math.floor(smaller < SHORTEST ? alike : Math.min(alike, CONTAINED * smaller));
    }

    /** How many both have; given up, with fewer than are needed, once so many cannot be reached. */
    private static int shared(int[] a, int[] b, int needed) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length && shared + Math.min(a.length - i, b.length - j) >= needed) {
            shared += a[i] == b[j] ? 1 : 0;
            int step = Integer.compare(a[i], b[j]);
            i += step <= 0 ? 1 : 0;
            j += step >= 0 ? 1 : 0;
        }
        return shared;
    }

    /** As many of the rarest pairs that one of them is shared by whatever shares that share of all. */
    private int[] rarest(int[] own, double share) {
        int some = own.length == 0 ? 0 : own.length - (int) Math.ceil(share * own.length - 1e-9) + 1;
        long[] sorted = new long[own.length];
        for (int i = 0; i < own.length; i++) {
            // How many hold it, then its place: the order of pairs held by as many stays.
            sorted[i] = (long) holders.getOrDefault(own[i], List.of()).size() << Integer.SIZE | i;
        }
        Arrays.sort(sorted);
        return Arrays.stream(sorted, 0, some).mapToInt(one -> own[(int) one]).toArray();
    }

    private static void enter(Map<Integer, List<Integer>> index, int[] pairs, int item) {
        for (int pair : pairs) {
            index.computeIfAbsent(pair, key -> new ArrayList<>()).add(item);
        }
    }

    /** Sorted, each once; none reaches from one text into the next. */
    private static int[] pairs(CheckedItem item) {
        IntStream all = pairs(item.stem());
        if (!item.isTrueFalse()) {
            for (String option : item.right()) {
                all = IntStream.concat(all, pairs(option));
            }
        }
        return all.sorted().distinct().toArray();
    }

    private static IntStream pairs(String text) {
        String normal = NormalText.of(text);
        return IntStream.range(1, normal.length()).map(i -> normal.charAt(i - 1) << 16 | normal.charAt(i));
    }
}
