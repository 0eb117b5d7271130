package org.chizheng.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import jakarta.inject.Inject;

import org.chizheng.PostgresResource;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AuditChainTest {
    @Inject
    Auditing auditing;

    @Inject
    Sealing sealing;

    @Inject
    Proving proving;

    @Inject
    AuditLog log;

    @Test
    void anAlteredEntryIsNamed() throws SQLException {
        QuarkusTransaction.requiringNew().run(() -> auditing.note("tried", "test", "altered", "before"));
        // the scheduled sweep may hold the sealer's lock just now, so the entry is sealed by whoever comes first
        org.awaitility.Awaitility.await().until(() -> {
            sealing.seal();
            return log.newest(100).stream().anyMatch(entry -> "altered".equals(entry.subjectId()) && entry.sealed());
        });
        assertThat(proving.prove().fault()).isNull();
        asOwner("UPDATE audit_entry SET details = 'after' WHERE subject_id = 'altered'");
        assertThat(proving.prove().fault()).contains("was altered");
        asOwner("UPDATE audit_entry SET details = 'before' WHERE subject_id = 'altered'");
        assertThat(proving.prove().fault()).isNull();
    }

    @Test
    void anActThatIsRolledBackLeavesNoEntry() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    auditing.note("tried", "test", "rolled-back", "");
                    throw new IllegalStateException("the act fails");
                }))
                .hasMessageContaining("the act fails");
        assertThat(log.newest(100)).noneMatch(entry -> "rolled-back".equals(entry.subjectId()));
    }

    @Test
    void theServiceItselfCannotAlterOrDeleteEntries() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(PostgresResource.url(), "chizheng_app", "for-tests-only");
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE chizheng_service");
            for (String sql : new String[] {
                "DELETE FROM audit_entry", "UPDATE audit_entry SET actor = 'x'", "DELETE FROM audit_link"
            }) {
                assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
            }
        }
    }

    private static void asOwner(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(PostgresResource.url(), "chizheng_owner", "for-tests-only");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
