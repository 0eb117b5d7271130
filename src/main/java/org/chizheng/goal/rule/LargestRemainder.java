package org.chizheng.goal.rule;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Splits a whole among parts so that the parts add up to it exactly: each gets the floor of its quota, what is left goes one by one to the largest remainders (Hare quota); of equal ones to the smaller key. */
public final class LargestRemainder {
    private LargestRemainder() {}

    /**
     * Splits what the parts with a share of their own leave.
     *
     * @param whole at least 0
     * @param weights at least 0 each, by key
     * @param own shares that are fixed, keys among those of the weights
     * @return a share for each key of the weights
     * @throws IllegalArgumentException if the fixed shares exceed the whole, or leave something that nobody else can take
     */
    public static Map<String, Long> split(long whole, Map<String, Long> weights, Map<String, Long> own) {
        long rest = whole - own.values().stream().mapToLong(share -> share).sum();
        TreeMap<String, Long> open = new TreeMap<>(weights);
        open.keySet().removeAll(own.keySet());
        long sum = open.values().stream().mapToLong(weight -> weight).sum();
        if (rest < 0 || rest > 0 && sum == 0) {
            throw new IllegalArgumentException("own shares leave " + rest + " to weights of " + sum);
        }
        TreeMap<String, Long> shares = new TreeMap<>(own);
        TreeMap<String, BigInteger> remainders = new TreeMap<>();
        for (Map.Entry<String, Long> part : open.entrySet()) {
            BigInteger[] quota = sum == 0
                    ? new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO}
                    : BigInteger.valueOf(rest)
                            .multiply(BigInteger.valueOf(part.getValue()))
                            .divideAndRemainder(BigInteger.valueOf(sum));
            shares.put(part.getKey(), quota[0].longValueExact());
            remainders.put(part.getKey(), quota[1]);
        }
        long left = whole - shares.values().stream().mapToLong(share -> share).sum();
        List<String> order = remainders.keySet().stream()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .toList();
        order.stream().limit(left).forEach(key -> shares.merge(key, 1L, Long::sum));
        return shares;
    }
}
