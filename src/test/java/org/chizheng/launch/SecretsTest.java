package org.chizheng.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void aDemoOfAnEarlierVersionKeepsItsKeysAndGetsThoseItLacks() throws IOException {
        Path file = folder.resolve("demo-secrets.properties");
        String old = Secrets.random();
        Files.writeString(file, "CHIZHENG_DATA_KEY=" + old + "\nCHIZHENG_SEAL_KEY=" + Secrets.sealKey() + "\n");
        Properties kept = Secrets.kept(file);
        assertThat(kept.getProperty("CHIZHENG_DATA_KEY")).isEqualTo(old);
        assertThat(DocumentKeys.fault(
                        kept.getProperty("CHIZHENG_DOCUMENT_KEY"), kept.getProperty("CHIZHENG_DOCUMENT_CERTIFICATE")))
                .isEmpty();
        assertThat(Secrets.kept(file)).isEqualTo(kept);
    }

    @Test
    void aNewDemoMakesAllOfThem() {
        Path file = folder.resolve("new").resolve("demo-secrets.properties");
        assertThat(Secrets.kept(file)).hasSize(7).isEqualTo(Secrets.kept(file));
    }
}
