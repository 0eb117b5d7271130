package org.chizheng.fitness.bulk;

import java.util.List;

/** What a program sends. */
public record FitnessForm(List<Row> rows) {
    /**
     * A person and a post.
     *
     * @param qualification code, or name in Chinese or English
     * @param post title, may be missing
     */
    public record Row(String name, String idNumber, String qualification, String post) {}
}
