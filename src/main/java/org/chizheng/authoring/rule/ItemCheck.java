package org.chizheng.authoring.rule;

/**
 * The checks of an item, by the name under which the messages explain them. Rules of wording follow Haladyna, Downing and Rodriguez, "A review of multiple-choice
 * item-writing guidelines" (2002); those of form follow the bank's own schema.
 */
public enum ItemCheck {
    DUPLICATE,
    NEAR_DUPLICATE,
    OPTION_COUNT,
    OVERLAPPING_OPTIONS,
    LONGEST_KEY,
    ALL_OR_NONE,
    ABSOLUTE_WORD,
    CLUE_WORD,
    DOUBLE_NEGATION,
    STEM_TOO_LONG,
    NO_QUESTION,
    FIGURE_MISSING,
    FIGURE_WITHOUT_ALTERNATIVE,
    SOURCE_MISSING,
    CLAUSE_MISSING,
    LAW_SUPERSEDED
}
