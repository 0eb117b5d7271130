package org.chizheng.practical.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Draws one of the tasks of a part. SHA-256 over seed, part and a counter gives a number of 256 bits; what lies above the largest multiple of the number of tasks is
 * thrown away and the counter goes on, so that each task is as likely as any other. The same seed gives the same task wherever it is computed.
 */
public final class TaskDraw {
    private static final BigInteger SPACE = BigInteger.ONE.shiftLeft(256);

    private TaskDraw() {}

    /**
     * @param seed 64 hexadecimal digits
     * @param tasks codes of the part's tasks in ascending order, at least one
     * @return the code that was drawn
     */
    public static String draw(String seed, String part, List<String> tasks) {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("part " + part + " has no task");
        }
        BigInteger size = BigInteger.valueOf(tasks.size());
        BigInteger limit = SPACE.subtract(SPACE.mod(size));
        BigInteger number = limit;
        for (int counter = 0; number.compareTo(limit) >= 0; counter++) {
            number = new BigInteger(1, digest(seed + "/" + part + "/" + counter));
        }
        return tasks.get(number.mod(size).intValueExact());
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
