package org.chizheng.workforce;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Departments that examine for posts of their own. */
@ApplicationScoped
public class Departments {
    private final Sql sql;

    public Departments(Sql sql) {
        this.sql = sql;
    }

    /** A department with its names. */
    public record Department(String code, String zh, String en) {}

    /** Emergency management first. */
    public List<Department> all() {
        return sql.list(
                "SELECT * FROM department ORDER BY ordinal",
                row -> new Department(row.getString("code"), row.getString("zh"), row.getString("en")));
    }

    /** By its code or by one of its names. */
    public Optional<Department> find(String text) {
        return all().stream()
                .filter(d -> d.code().equals(text) || d.zh().equals(text) || d.en().equalsIgnoreCase(text))
                .findFirst();
    }
}
