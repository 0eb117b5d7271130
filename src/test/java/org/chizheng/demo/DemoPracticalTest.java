package org.chizheng.demo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.chizheng.PostgresResource;
import org.chizheng.bank.Loading;
import org.chizheng.blueprint.BlueprintLoading;
import org.chizheng.centre.Centres;
import org.chizheng.common.OfficialClock;
import org.chizheng.practical.CandidateView;
import org.chizheng.practical.LibraryLoading;
import org.chizheng.practical.PracticalView;
import org.chizheng.practical.Practicals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The demo has a practical that can be assessed now, by accounts that everybody knows. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DemoPracticalTest {
    private static final Path BANK = Path.of("question-bank");

    @Inject
    Loading loading;

    @Inject
    BlueprintLoading blueprints;

    @Inject
    LibraryLoading tasks;

    @Inject
    DemoAuthority demo;

    @Inject
    Practicals practicals;

    @Inject
    Centres centres;

    @Inject
    OfficialClock clock;

    @BeforeEach
    void theDemoAuthority() {
        loading.load(BANK);
        blueprints.load(BANK);
        tasks.load(BANK);
        demo.ensure();
    }

    private List<PracticalView> today() {
        return practicals.newest().stream()
                .filter(day -> day.centreId().equals(centres.all().get(0).id()))
                .filter(day -> OfficialClock.dateOf(day.startsAt()).equals(clock.today()))
                .toList();
    }

    @Test
    void aStationCanBeAssessedNow() {
        demo.ensure();
        assertThat(today()).as("another start makes no other day").hasSize(1);
        PracticalView day = today().get(0);
        assertThat(practicals.candidates(day.id()))
                .hasSize(3)
                .extracting(CandidateView::state)
                .containsOnly("ADMITTED");
        String station = "/practicals/" + day.id() + "/stations/"
                + practicals.stations(day.id()).get(0).id();
        for (String name : List.of("assessor", "assessor2", "assessor3")) {
            Map<String, String> cookies = given().redirects()
                    .follow(false)
                    .formParam("j_username", name)
                    .formParam("j_password", DemoAuthority.PASSWORD)
                    .post("/j_security_check")
                    .cookies();
            assertThat(given().cookies(cookies).get(station).asString())
                    .as(name)
                    .contains("演示电工");
        }
    }
}
