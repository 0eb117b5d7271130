package org.chizheng.regulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** The catalogues with what they list: four queries, put together here. */
@ApplicationScoped
public class Catalogues {
    private final Sql sql;

    public Catalogues(Sql sql) {
        this.sql = sql;
    }

    public List<CatalogueView> all() {
        Map<String, List<CatalogueView.Category>> categories = categories();
        Map<String, List<CatalogueView.Industry>> industries = industries();
        return sql.list(
                "SELECT * FROM catalogue ORDER BY in_force_from, code",
                row -> new CatalogueView(
                        row.getString("code"),
                        row.getString("zh"),
                        row.getString("en"),
                        Sql.date(row, "in_force_from"),
                        Sql.date(row, "in_force_until"),
                        row.getString("mark"),
                        row.getString("source"),
                        categories.getOrDefault(row.getString("code"), List.of()),
                        industries.getOrDefault(row.getString("code"), List.of())));
    }

    private Map<String, List<CatalogueView.Category>> categories() {
        Map<String, List<CatalogueView.Item>> items = new LinkedHashMap<>();
        sql.list(
                "SELECT * FROM occupation_item ORDER BY ordinal",
                row -> items.computeIfAbsent(row.getString("category"), code -> new ArrayList<>())
                        .add(new CatalogueView.Item(row.getString("code"), row.getString("zh"), row.getString("en"))));
        Map<String, List<CatalogueView.Category>> categories = new LinkedHashMap<>();
        sql.list(
                "SELECT * FROM occupation_category ORDER BY ordinal",
                row -> categories
                        .computeIfAbsent(row.getString("catalogue"), code -> new ArrayList<>())
                        .add(new CatalogueView.Category(
                                row.getString("code"),
                                row.getString("zh"),
                                row.getString("en"),
                                items.getOrDefault(row.getString("code"), List.of()))));
        return categories;
    }

    private Map<String, List<CatalogueView.Industry>> industries() {
        Map<String, List<CatalogueView.Industry>> industries = new LinkedHashMap<>();
        sql.list(
                "SELECT * FROM industry_type ORDER BY ordinal",
                row -> industries
                        .computeIfAbsent(row.getString("catalogue"), code -> new ArrayList<>())
                        .add(new CatalogueView.Industry(
                                row.getString("code"),
                                row.getString("zh"),
                                row.getString("en"),
                                row.getBoolean("mandatory"),
                                row.getString("mark"))));
        return industries;
    }
}
