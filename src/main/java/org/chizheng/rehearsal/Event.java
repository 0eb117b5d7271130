package org.chizheng.rehearsal;

/** One choice of a virtual candidate, and when it was made ({@link System#nanoTime}): what is waited for counts from there. */
record Event(int sequence, int item, String answer, long bornAt) {
    String json() {
        return "{\"sequence\":" + sequence + ",\"item\":" + item + ",\"answer\":\"" + answer + "\"}";
    }
}
