package org.chizheng.workforce;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.chizheng.workforce.rule.SizeClass;

/**
 * What an enterprise is, as far as figures are broken down by it and rules ask for it.
 *
 * @param region county of the main place of production
 * @param zone functional zone, or null
 * @param industry code of an industry type; null where it was not reported, and so are size and staff
 * @param staff people employed
 * @param safetyBody whether there is a safety body 安全生产管理机构
 */
public record EnterpriseFacts(
        String region,
        String zone,
        String industry,
        boolean highRisk,
        SizeClass size,
        Integer staff,
        boolean safetyBody) {
    static EnterpriseFacts of(ResultSet row) throws SQLException {
        String size = row.getString("size");
        return new EnterpriseFacts(
                row.getString("region"),
                row.getString("zone"),
                row.getString("industry"),
                row.getBoolean("high_risk"),
                size == null ? null : SizeClass.valueOf(size),
                row.getObject("staff", Integer.class),
                row.getBoolean("safety_body"));
    }
}
