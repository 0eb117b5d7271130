package org.chizheng.closing;

/**
 * Something that keeps a room open.
 *
 * @param kind names its words: closing_matter_KIND
 * @param about whom or what it is about, empty for the room
 * @param href where it can be settled
 */
public record Matter(String kind, String about, String href) {}
