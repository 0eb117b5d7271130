package org.chizheng.practice;

/** A place of a round in a list of all; done: answered, or right where answers are judged. */
public record PlaceView(int place, int number, boolean done, boolean current) {}
