package org.chizheng.common;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import org.chizheng.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DoorTimesTest {
    @ParameterizedTest
    @CsvSource({
        "/api/sitting/answers, 200, /api/sitting/answers",
        "/api/sitting, 401, /api/sitting",
        "/api/sitting/figures/0123456789abcdef, 200, /api/sitting/figures",
        "/api/verify/7K2M9, 200, /api/verify",
        "/v/7K2M9, 200, /v",
        "/sessions/0a1b2c/room, 200, /sessions",
        "/, 200, /",
        "/v/7K2M9, 404, unknown",
        "/WP-login.php, 200, unknown",
    })
    void aDoorIsNamedByWhatIsFixedInItsPath(String path, int status, String door) {
        assertThat(DoorTimes.door(path, status)).isEqualTo(door);
    }

    @Test
    void whatWasAskedStandsInTheMetrics() {
        get("/verify").then().statusCode(200);
        get("/no-such-place").then().statusCode(404);
        String metrics = get("/q/metrics").asString();
        assertThat(metrics)
                .containsPattern("chizheng_doors_seconds_count\\{door=\"/verify\",outcome=\"2xx\"")
                .containsPattern("chizheng_doors_seconds_count\\{door=\"unknown\",outcome=\"4xx\"")
                .doesNotContain("http_server_requests")
                .doesNotContain("no-such-place");
    }
}
