package org.chizheng.paper;

import java.util.List;

import org.chizheng.paper.rule.PaperAssembler.Want;

/**
 * All that the public may know of a session's papers, and all that is needed to draw them again. Items are blinded: their digests are salted, and the salt is never
 * revealed, so that nobody recognises an item, and nobody can exchange one.
 *
 * @param rules by which version of the rules the papers are drawn, see {@link org.chizheng.paper.rule.DrawRules}
 * @param commitment digest over secret, rules, wants and pool, made known before the public value
 * @param publicValue fixed after the commitment, null before
 * @param secret in hexadecimal, revealed after the examination, null before
 * @param enemies none in records of before
 * @param forms by paper, the digest of its form; empty before the draw
 */
public record DrawRecord(
        String rules,
        List<Want> wants,
        List<Card> pool,
        String commitment,
        String publicValue,
        List<String> forms,
        String secret,
        List<Enemies> enemies) {
    public DrawRecord {
        wants = List.copyOf(wants);
        pool = List.copyOf(pool);
        forms = List.copyOf(forms);
        enemies = enemies == null ? List.of() : List.copyOf(enemies);
    }

    /**
     * A blinded item, by its place in the pool.
     *
     * @param level of the bank it is from, empty where the blueprint does not ask
     * @param chance that a candidate at the cut is right, in millionths
     * @param digest salted digest of the item's revision, in hexadecimal
     */
    public record Card(
            String type, String chapter, int difficulty, int options, int chance, String digest, String level) {
        /** Records of before have no level. */
        public Card {
            level = level == null ? "" : level;
        }

        public Card(String type, String chapter, int difficulty, int options, int chance, String digest) {
            this(type, chapter, difficulty, options, chance, digest, "");
        }
    }

    /** Two items that no paper may hold together, by their places in the pool, the lower one first. */
    public record Enemies(int one, int other) {}
}
