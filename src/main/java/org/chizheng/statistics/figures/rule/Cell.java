package org.chizheng.statistics.figures.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * Where requirements are counted. At home a requirement has all four; a sum leaves out what it is taken over.
 *
 * @param region code of a county; of a sum also of a city, the province or a functional zone
 * @param zone functional zone of the enterprise, or null
 * @param qualification code, or null for all
 * @param highRisk class of the enterprise, or null for both
 */
public record Cell(String region, String zone, String qualification, Boolean highRisk) {
    private static final int PROVINCE = 2;
    private static final int CITY = 4;

    /** All requirements of a province, city, county or functional zone. */
    public static Cell of(String region) {
        return new Cell(region, null, null, null);
    }

    /** Those of a city for one qualification, in one class of enterprises. */
    public static Cell of(String city, String qualification, boolean highRisk) {
        return new Cell(city, null, qualification, highRisk);
    }

    /** The sums that a requirement at home here is part of. A zone is one beside the others, never a part of one. */
    public List<Cell> sums() {
        String city = region.substring(0, CITY);
        List<Cell> sums = new ArrayList<>(
                List.of(of(region.substring(0, PROVINCE)), of(city), of(region), of(city, qualification, highRisk)));
        if (zone != null) {
            sums.add(of(zone));
        }
        return sums;
    }
}
