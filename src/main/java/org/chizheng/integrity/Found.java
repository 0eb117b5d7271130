package org.chizheng.integrity;

import java.util.UUID;

/** Something that is to be stored; other is null where one candidate alone is concerned. */
record Found(String kind, UUID sitting, UUID other, int observed, double probability, int tests, double[] chances) {
    /** How many as striking chance alone would bring to the session. */
    double alarms() {
        return probability * tests;
    }
}
