package org.chizheng.fitness.bulk;

import java.util.List;

/** What a program sends. */
public record FitnessForm(List<Row> rows) {
    /**
     * A person and a post.
     *
     * @param idType code or name, may be missing for all but passports
     * @param qualification code, or name in Chinese or English
     * @param post title, may be missing
     */
    public record Row(String name, String idType, String idNumber, String qualification, String post) {}
}
