package org.chizheng.statistics.figures.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * Where requirements are counted. At home a requirement has all six; a sum leaves out what it is taken over.
 *
 * @param region code of a county; of a sum also of a city, the province or a functional zone
 * @param zone functional zone of the enterprise, or null
 * @param qualification code, or null for all
 * @param highRisk class of the enterprise, or null for both
 * @param industry code of the industry of the enterprise, {@link #UNREPORTED}, or null for all
 * @param size of the enterprise, {@link #UNREPORTED}, or null for all
 */
public record Cell(String region, String zone, String qualification, Boolean highRisk, String industry, String size) {
    /** Stands for the industry or the size that an enterprise has not told. */
    public static final String UNREPORTED = "";

    private static final int PROVINCE = 2;
    private static final int CITY = 4;

    /** All requirements of a province, city, county or functional zone. */
    public static Cell of(String region) {
        return new Cell(region, null, null, null, null, null);
    }

    /** Those of a city for one qualification, in one class of enterprises. */
    public static Cell of(String city, String qualification, boolean highRisk) {
        return new Cell(city, null, qualification, highRisk, null, null);
    }

    /** Those of a city in enterprises of one industry and size. */
    public static Cell of(String city, String industry, String size) {
        return new Cell(city, null, null, null, industry, size);
    }

    /** Where it is at home without what the enterprise is beside its class: these are few. */
    public Cell place() {
        return new Cell(region, zone, qualification, highRisk, null, null);
    }

    public Cell withoutZone() {
        return new Cell(region, null, qualification, highRisk, industry, size);
    }

    /** The sum of the city for its industry and size. */
    public Cell group() {
        return of(region.substring(0, CITY), industry, size);
    }

    /** The sums that a requirement at home here is part of, but for that of its group. A zone is one beside the others, never a part of one. */
    public List<Cell> placeSums() {
        String city = region.substring(0, CITY);
        List<Cell> sums = new ArrayList<>(
                List.of(of(region.substring(0, PROVINCE)), of(city), of(region), of(city, qualification, highRisk)));
        if (zone != null) {
            sums.add(of(zone));
        }
        return sums;
    }

    /** All of them. */
    public List<Cell> sums() {
        List<Cell> sums = placeSums();
        sums.add(group());
        return sums;
    }
}
