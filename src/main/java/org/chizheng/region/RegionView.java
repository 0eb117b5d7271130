package org.chizheng.region;

/** A region; level is PROVINCE, CITY, COUNTY or ZONE, parent is null for the province. */
public record RegionView(String code, String parent, String level, String zh, String en) {
    public boolean isZone() {
        return "ZONE".equals(level);
    }

    /** Codes of GB/T 2260 nest by prefix, so a scope reaches every code that begins with its own. Names never decide: 鼓楼区 exists twice. */
    public static boolean covers(String scope, String code) {
        return code.startsWith(scope);
    }
}
