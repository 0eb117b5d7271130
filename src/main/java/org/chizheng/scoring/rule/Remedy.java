package org.chizheng.scoring.rule;

/**
 * What is done about an item whose key was found wrong after it stood in papers. To leave the item out and scale the other points up is not offered: the cut is set as
 * points of a paper of a hundred, and scaling would change what every other item of the paper is worth.
 */
public enum Remedy {
    /** The options that are right now earn the points. */
    CORRECTED_KEY,
    /** No answer can be told right from wrong: whoever had the item in the paper earns its points. */
    CREDIT_ALL
}
