package org.chizheng.authoring.rule;

/**
 * What a check found in an item.
 *
 * @param detail where, in the item's own words; may be empty
 * @param other code of the other item of a pair, null when the check reads one item alone
 */
public record Found(ItemCheck check, String detail, String other) {
    static Found of(ItemCheck check, String detail) {
        return new Found(check, detail, null);
    }
}
