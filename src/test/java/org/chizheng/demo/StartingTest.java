package org.chizheng.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Inject;

import org.chizheng.BankFixture;
import org.chizheng.PostgresResource;
import org.chizheng.bank.BankFaults;
import org.chizheng.common.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StartingTest {
    @Inject
    Starting starting;

    @Inject
    Sql sql;

    @TempDir
    Path bank;

    @Test
    void aFaultOfTheBlueprintWritesNoItemEither() throws IOException {
        Path file = BankFixture.write(bank, "starting", "STA", "manager-general")
                .resolve("starting")
                .resolve("blueprint.yaml");
        String right = Files.readString(file);
        Files.writeString(file, right.replace("items: 20", "items: 41"));
        assertThatThrownBy(() -> starting.loadBank(bank)).isInstanceOf(BankFaults.class);
        assertThat(items()).isZero();
        Files.writeString(file, right);
        starting.loadBank(bank);
        assertThat(items()).isEqualTo(201);
    }

    private int items() {
        return sql.list("SELECT 1 FROM item WHERE code LIKE 'STA-%'", row -> 1).size();
    }
}
