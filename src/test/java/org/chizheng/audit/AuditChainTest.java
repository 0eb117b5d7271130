package org.chizheng.audit;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void anAlteredEntryIsNamed() throws SQLException {
        QuarkusTransaction.requiringNew().run(() -> auditing.note("tried", "test", "altered", "before"));
        sealing.seal();
        assertThat(proving.prove().fault()).isNull();
        asOwner("UPDATE audit_entry SET details = 'after' WHERE subject_id = 'altered'");
        assertThat(proving.prove().fault()).contains("was altered");
        asOwner("UPDATE audit_entry SET details = 'before' WHERE subject_id = 'altered'");
        assertThat(proving.prove().fault()).isNull();
    }

    @Test
    void anActThatIsRolledBackLeavesNoEntry() {
        QuarkusTransaction.requiringNew().run(() -> {
            auditing.note("tried", "test", "rolled-back", "");
            QuarkusTransaction.setRollbackOnly();
        });
        assertThat(QuarkusTransaction.requiringNew().call(() -> proving.prove().fault()))
                .isNull();
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
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> statement.execute(sql))
                        .hasMessageContaining("permission denied");
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
