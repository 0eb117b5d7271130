package org.chizheng.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** Numbers are given in blocks: an installation that has a high one gets a lower one that came later. */
class MigrationOrderTest {
    private static final String PASSWORD = "for-tests-only";
    private static final Path ALL = Path.of("src/main/resources/db/migration");
    private static final List<String> LATER =
            List.of("V221__", "V222__", "V223__", "V243__", "V244__", "V245__", "V246__");

    @Test
    void anInstallationFromBeforeALowerNumberIsBroughtUpToDate() throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "postgres");
        Path before = Files.createTempDirectory(Path.of("target"), "migrations").toAbsolutePath();
        try (Stream<Path> files = Files.list(ALL);
                EmbeddedPostgres postgres = LocalPostgres.open(folder, PASSWORD)) {
            for (Path file : files.toList()) {
                if (LATER.stream().noneMatch(file.getFileName().toString()::startsWith)) {
                    Files.copy(file, before.resolve(file.getFileName()));
                }
            }
            String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
            assertThat(flyway(url, before).migrate().targetSchemaVersion).isEqualTo("242");
            assertThat(flyway(url, ALL).migrate().migrationsExecuted).isEqualTo(LATER.size());
        }
    }

    /** As the service does it. */
    private static Flyway flyway(String url, Path migrations) throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(reader);
        }
        return Flyway.configure()
                .dataSource(url, "chizheng_owner", PASSWORD)
                .locations("filesystem:" + migrations)
                .outOfOrder(Boolean.parseBoolean(settings.getProperty("quarkus.flyway.out-of-order")))
                .load();
    }
}
