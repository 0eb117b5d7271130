package org.chizheng.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is missing or taken is told in words, before anything is made. */
class RefusedStartIT {
    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void aFolderThatIsNotThereYet() {
        data = folder.resolve("data");
    }

    @Test
    void withoutSecretsEachIsNamedWithHowToMakeItAndNothingIsCreated() throws IOException, InterruptedException {
        assertThat(refusal(Map.of("QUARKUS_PROFILE", "prod")))
                .contains(
                        "CHIZHENG_DATA_KEY:  openssl rand -base64 32",
                        "CHIZHENG_INDEX_KEY:  openssl rand -base64 32",
                        "CHIZHENG_SESSION_KEY:  openssl rand -base64 32",
                        "CHIZHENG_SEAL_KEY:  openssl genpkey -algorithm ed25519",
                        "CHIZHENG_CLAIM_KEY:  openssl genpkey -algorithm ed25519",
                        "CHIZHENG_DOCUMENT_KEY:  openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256",
                        "CHIZHENG_DOCUMENT_CERTIFICATE:  that key's certificate",
                        "CHIZHENG_PUBLIC_URL:  the address");
        assertThat(data).doesNotExist();
    }

    @Test
    void theProfileIsProductionWhereNoneIsNamed() throws IOException, InterruptedException {
        assertThat(refusal(Map.of("CHIZHENG_DEMO", "true"))).contains("CHIZHENG_DATA_KEY:");
    }

    @Test
    void onlyWhatIsMissingIsNamed() throws IOException, InterruptedException {
        Map<String, String> settings = Installation.settings();
        settings.remove("CHIZHENG_INDEX_KEY");
        assertThat(refusal(settings))
                .contains("CHIZHENG_INDEX_KEY")
                .doesNotContain("DATA_KEY", "SESSION_KEY", "SEAL_KEY", "CLAIM_KEY", "PUBLIC_URL");
        assertThat(data).doesNotExist();
    }

    @Test
    void aKeyThatIsNoneIsNamedButNotShown() throws IOException, InterruptedException {
        Map<String, String> settings = Installation.settings();
        settings.put("CHIZHENG_DATA_KEY", "c2hvcnQ=");
        settings.put("CHIZHENG_SEAL_KEY", Secrets.random());
        settings.put("CHIZHENG_CLAIM_KEY", Secrets.random());
        assertThat(refusal(settings))
                .contains("not keys", "CHIZHENG_DATA_KEY", "CHIZHENG_SEAL_KEY", "CHIZHENG_CLAIM_KEY")
                .doesNotContain(
                        "c2hvcnQ=", settings.get("CHIZHENG_SEAL_KEY"), settings.get("CHIZHENG_CLAIM_KEY"), "INDEX_KEY");
    }

    @Test
    void aSignersCertificateThatIsExpiredIsRefusedWithTheDay() throws IOException, InterruptedException {
        Map<String, String> settings = Installation.settings();
        DocumentKeys.Pair old =
                DocumentKeys.made(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2022-01-01T00:00:00Z"));
        settings.put("CHIZHENG_DOCUMENT_KEY", old.key());
        settings.put("CHIZHENG_DOCUMENT_CERTIFICATE", old.certificate());
        assertThat(refusal(settings))
                .contains("the certificate expired on 2022-01-01", "CHIZHENG_DOCUMENT_CERTIFICATE")
                .doesNotContain(old.key());
        assertThat(data).doesNotExist();
    }

    @Test
    void aSignersCertificateOfAnotherKeyIsRefused() throws IOException, InterruptedException {
        Map<String, String> settings = Installation.settings();
        settings.put("CHIZHENG_DOCUMENT_CERTIFICATE", DocumentKeys.made().certificate());
        assertThat(refusal(settings))
                .contains("the certificate belongs to another key")
                .doesNotContain(settings.get("CHIZHENG_DOCUMENT_KEY"));
    }

    @Test
    void anAddressThatBrowsersCannotAskForIsNamed() throws IOException, InterruptedException {
        Map<String, String> settings = Installation.settings();
        settings.put("CHIZHENG_PUBLIC_URL", "exam.example.org");
        assertThat(refusal(settings)).contains("not addresses", "CHIZHENG_PUBLIC_URL:  the address");
        assertThat(data).doesNotExist();
    }

    @Test
    void aPortInUseIsNamedInOneLine() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Map<String, String> settings = new HashMap<>(Installation.settings());
            settings.put("QUARKUS_HTTP_PORT", Integer.toString(taken.getLocalPort()));
            assertThat(refusal(settings).strip())
                    .contains("port " + taken.getLocalPort(), "QUARKUS_HTTP_PORT")
                    .doesNotContain("\n");
        }
        assertThat(data.resolve("postgres")).doesNotExist();
    }

    @Test
    void aFileInTheFoldersPlaceIsNamed() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("a-file"), "");
        data = folder.resolve("a-file");
        assertThat(refusal(Installation.settings())).contains(data.toString(), "CHIZHENG_DATA_DIR");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamed() throws IOException, InterruptedException {
        Map<String, String> settings = Installation.settings();
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/exams");
        settings.put("QUARKUS_DATASOURCE_USERNAME", "app");
        assertThat(refusal(settings)).contains("does not reach PostgreSQL as 'app'", "QUARKUS_DATASOURCE_JDBC_URL");
        assertThat(data).doesNotExist();
    }

    private String refusal(Map<String, String> settings) throws IOException, InterruptedException {
        try (Service service = Service.start(data, settings)) {
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(service.output()).isEmpty();
            assertThat(service.errors()).doesNotContain("\tat ", "Exception in");
            return service.errors();
        }
    }
}
