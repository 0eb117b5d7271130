package org.chizheng;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.zip.GZIPInputStream;

import jakarta.inject.Inject;

import org.chizheng.common.Assets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** What a browser may keep: the files of a release for a year, pages and the service worker not at all. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CachingTest {
    private static final String FILE = "/exam/main.js";

    @TestHTTPResource("/")
    URL base;

    @Inject
    Assets assets;

    @Test
    void thisReleasesFilesAreKeptForAYear() {
        Response file = get(assets.release() + FILE);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(caching(file)).containsExactly("public, max-age=31536000, immutable");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void anotherReleasesAddressIsAnsweredAndNotKept() {
        Response file = get("/assets/v-0000000000000000" + FILE);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(caching(file)).containsExactly("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/exam", "/exam/sw.js", "/practicals/sw.js", "/status"})
    void pagesAndTheServiceWorkerAreNotKept(String address) {
        Response page = get(address);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(caching(page)).containsExactly("no-store");
    }

    @Test
    void filesAndTheGateTravelCompressedAndPagesWithFormsDoNot() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (String address : List.of(assets.release() + FILE, assets.release() + "/chizheng.css", "/gate")) {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(URI.create(base + address.substring(1)))
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("content-encoding"))
                    .as(address)
                    .contains("gzip");
            byte[] whole = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
            assertThat(answer.body().length).as(address).isLessThan(whole.length / 2);
        }
        HttpResponse<String> page = client.send(
                HttpRequest.newBuilder(URI.create(base + "sign-in"))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(page.headers().firstValue("content-encoding").orElse("identity"))
                .isEqualTo("identity");
        assertThat(get(assets.release() + FILE).header("Vary")).containsIgnoringCase("accept-encoding");
    }

    private static List<String> caching(Response response) {
        return response.headers().getValues("Cache-Control");
    }
}
