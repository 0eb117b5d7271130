package org.chizheng.regulation;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

import io.quarkus.cache.CacheResult;

/** The industries with their names, in the order of the catalogue; they change only by migration, so they are read once. */
@ApplicationScoped
public class Industries {
    private final Sql sql;

    public Industries(Sql sql) {
        this.sql = sql;
    }

    @CacheResult(cacheName = "industries")
    public List<IndustryView> all() {
        return sql.list(
                "SELECT code, zh, en FROM industry_type ORDER BY ordinal, code",
                row -> new IndustryView(row.getString(1), row.getString(2), row.getString(3)));
    }
}
