package org.chizheng;

import java.sql.SQLException;
import java.time.LocalDate;

/** A law to come, by rows alone: order 44 for principals with another cut score and other years. */
public final class ThirdRegime {
    public static final String ID = "test-third-regime";
    public static final LocalDate FROM = LocalDate.of(2027, 1, 1);

    private ThirdRegime() {}

    public static void enter() throws SQLException {
        PostgresResource.asOwner(
                "INSERT INTO policy (id, instrument_zh, instrument_en, post_category, in_force_from) VALUES ('%s', '测试新规', 'Test of a new law', 'PRINCIPAL', '%s')"
                        .formatted(ID, FROM),
                "INSERT INTO policy_term SELECT '%s', term, CASE term WHEN 'THEORY_CUT' THEN '85' WHEN 'CERTIFICATE_YEARS' THEN '4' ELSE value END, unit, mark, source FROM policy_term WHERE policy = 'order-44-principal'"
                        .formatted(ID));
    }

    /** What was decided by it is handed to the old one, so that the rows can go. */
    public static void remove() throws SQLException {
        for (String table :
                new String[] {"exam_session", "enrolment", "application", "result", "certificate", "record_fact"}) {
            PostgresResource.asOwner(
                    "UPDATE %s SET policy = 'order-44-principal' WHERE policy = '%s'".formatted(table, ID));
        }
        PostgresResource.asOwner(
                "DELETE FROM policy_term WHERE policy = '%s'".formatted(ID),
                "DELETE FROM policy WHERE id = '%s'".formatted(ID));
    }
}
