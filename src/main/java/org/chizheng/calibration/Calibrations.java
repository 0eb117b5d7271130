package org.chizheng.calibration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.calibration.rule.Drift;
import org.chizheng.calibration.rule.ItemParameters;
import org.chizheng.common.Sql;

/** Calibrations that were done. */
@ApplicationScoped
class Calibrations {
    /** One slope for all items. */
    static final String RASCH = "RASCH";
    /** A slope for each item. */
    static final String TWO_PL = "TWO_PL";

    private final Sql sql;

    Calibrations(Sql sql) {
        this.sql = sql;
    }

    Optional<CalibrationRun> newest(String subject) {
        return sql.first(
                "SELECT * FROM calibration_run WHERE subject = ? ORDER BY at DESC LIMIT 1",
                row -> new CalibrationRun(
                        row.getObject("id", UUID.class),
                        row.getString("asked_by"),
                        Sql.instant(row, "at"),
                        row.getDouble("seconds"),
                        row.getInt("sittings"),
                        row.getBoolean("converged"),
                        row.getInt("published")),
                subject);
    }

    /** Whether one is asked for and not done yet. */
    boolean awaited(String subject) {
        return sql.first("SELECT 1 FROM calibration_request WHERE subject = ?", row -> true, subject)
                .isPresent();
    }

    /** By revision. */
    Map<UUID, ItemCalibration> items(UUID run, String model) {
        Map<UUID, ItemCalibration> items = new HashMap<>();
        sql.list(
                "SELECT * FROM item_calibration WHERE run_id = ? AND model = ?",
                row -> items.put(row.getObject("revision_id", UUID.class), item(row)),
                run,
                model);
        return items;
    }

    /** Of one revision in a run, by model. */
    Map<String, ItemCalibration> item(UUID run, UUID revision) {
        Map<String, ItemCalibration> models = new HashMap<>();
        sql.list(
                "SELECT * FROM item_calibration WHERE run_id = ? AND model IN ('RASCH', 'TWO_PL') AND revision_id = ?",
                row -> models.put(row.getString("model"), item(row)),
                run,
                revision);
        return models;
    }

    private static ItemCalibration item(ResultSet row) throws SQLException {
        ItemParameters parameters = new ItemParameters(
                row.getDouble("a"), row.getDouble("b"), row.getDouble("a_error"), row.getDouble("b_error"));
        Double z = (Double) row.getObject("shift_z");
        Optional<Drift.Shift> shift = z == null
                ? Optional.empty()
                : Optional.of(new Drift.Shift(
                        row.getDouble("shift_before"), row.getDouble("shift_after"), row.getDouble("shift_error"), z));
        return new ItemCalibration(
                parameters,
                row.getInt("responses"),
                row.getDouble("infit"),
                row.getDouble("outfit"),
                row.getDouble("fit_chance"),
                shift);
    }
}
