package org.chizheng.sitting;

/** A candidate has handed in, and it is committed: what comes after need not wait for its sweep. Told to this replica only, and not at all when it dies at once. */
public record HandedIn() {}
