package org.chizheng.bank;

/** An item of the share published for practice, with what is told after the answer. Before it, only stem, figure and the options' texts leave the server. */
public record PublishedItem(Revision revision, String explanation, String source) {}
