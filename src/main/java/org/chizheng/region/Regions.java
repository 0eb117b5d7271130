package org.chizheng.region;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

import io.quarkus.cache.CacheResult;

/** The tree; it changes only by migration, so it is read once. */
@ApplicationScoped
public class Regions {
    private final Sql sql;

    public Regions(Sql sql) {
        this.sql = sql;
    }

    @CacheResult(cacheName = "regions")
    public List<RegionView> all() {
        return sql.list(
                "SELECT * FROM region ORDER BY code",
                row -> new RegionView(
                        row.getString("code"),
                        row.getString("parent"),
                        row.getString("level"),
                        row.getString("zh"),
                        row.getString("en")));
    }

    public Optional<RegionView> find(String code) {
        return all().stream().filter(region -> region.code().equals(code)).findFirst();
    }

    /** Regions directly below that are summands: cities of the province, counties of a city; zones are left out. */
    public List<RegionView> children(String code) {
        return all().stream()
                .filter(region -> code.equals(region.parent()) && !region.isZone())
                .toList();
    }

    /** The counties of a province or city, or the county itself. */
    public List<String> counties(String code) {
        return all().stream()
                .filter(region -> "COUNTY".equals(region.level()) && RegionView.covers(code, region.code()))
                .map(RegionView::code)
                .toList();
    }
}
