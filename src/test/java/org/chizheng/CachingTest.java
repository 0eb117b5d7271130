package org.chizheng;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.chizheng.common.Assets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** What a browser may keep: the files of a release for a year, pages and the service worker not at all. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CachingTest {
    private static final String FILE = "/exam/main.js";

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

    private static List<String> caching(Response response) {
        return response.headers().getValues("Cache-Control");
    }
}
