package org.chizheng.regulation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import jakarta.inject.Inject;

import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.common.Messages;
import org.chizheng.people.Accounting;
import org.chizheng.regulation.rule.PolicyTerm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** The law as staff read it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RegulationPageTest {
    @Inject
    Accounting accounting;

    @Inject
    PolicyVersions versions;

    @Inject
    Policies policies;

    @Inject
    Catalogues catalogues;

    @ParameterizedTest
    @ValueSource(
            strings = {"administrator", "regulator", "certificate-officer", "centre-manager", "reviewer", "author"})
    void staffReadIt(String role) {
        RequestSpecification door = Entrance.as(role, accounting);
        given(door).get("/regulation").then().statusCode(200);
        given(door).get("/regulation/catalogue").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"employer", "candidate", "invigilator", "assessor"})
    void othersDoNot(String role) {
        RequestSpecification door = Entrance.as(role, accounting);
        given(door).get("/regulation").then().statusCode(403);
        given(door).get("/regulation/catalogue").then().statusCode(403);
    }

    @Test
    void whoIsNotSignedInIsAskedTo() {
        for (String page : List.of("/regulation", "/regulation/catalogue")) {
            assertThat(given().redirects().follow(false).get(page).header("Location"))
                    .endsWith("/sign-in");
        }
    }

    @Test
    void theDayDecidesWhichOrderIsShown() {
        RequestSpecification door = Entrance.as("regulator", accounting);
        assertThat(row(door, "2026-05-31")).contains("第30号").doesNotContain("第19号");
        assertThat(row(door, "2026-06-01")).contains("第19号").doesNotContain("第30号");
        assertThat(row(door, "2005-01-01")).contains("没有适用的政策");
    }

    private static String row(RequestSpecification door, String day) {
        return given(door)
                .queryParam("asOf", day)
                .get("/regulation?lang=zh")
                .htmlPath()
                .getString("**.find { it.'@data-post' == 'OPERATOR' }");
    }

    @Test
    void thePageAgreesWithWhatDecides() {
        for (LocalDate day : List.of(LocalDate.of(2026, 5, 31), LocalDate.of(2026, 6, 1))) {
            String shown = versions.onDay(versions.policies(), day).stream()
                    .filter(post -> post.code().equals("OPERATOR"))
                    .flatMap(post -> post.inForce().stream())
                    .map(PolicyView::id)
                    .findFirst()
                    .orElseThrow();
            assertThat(policies.inForce("operator-low-voltage-electrical", day).id())
                    .isEqualTo(shown);
        }
    }

    @Test
    void aDayThatIsNoneIsRefused() {
        RequestSpecification door = Entrance.as("regulator", accounting);
        given(door).get("/regulation?asOf=2026-02-30").then().statusCode(400);
        given(door).get("/regulation?asOf=").then().statusCode(200);
    }

    @Test
    void everyTermHasANameAndEveryUnitAndMarkToo() {
        for (String lang : List.of("zh", "en")) {
            for (PolicyTerm term : PolicyTerm.values()) {
                assertThat(Messages.get(lang, "regulation_term_" + term)).doesNotContain("??");
            }
            Wording wording = Wording.in(lang);
            versions.policies().stream().flatMap(p -> p.terms().stream()).forEach(term -> {
                assertThat(Messages.get(lang, "regulation_unit_" + term.unitKey()))
                        .doesNotContain("??");
                assertThat(Messages.get(lang, "regulation_mark_" + term.mark())).doesNotContain("??");
                assertThat(wording.value(term)).as(term.term()).doesNotMatch(".*[A-Z]{2,}.*");
            });
        }
    }

    @Test
    void everyTermOfEveryPolicyIsOnThePageAndTheUncertainOnesSaySo() {
        RequestSpecification door = Entrance.as("author", accounting);
        for (String lang : List.of("zh", "en")) {
            String page = given(door).get("/regulation?lang=" + lang).asString();
            assertThat(page).doesNotContain("??").contains(Messages.get(lang, "regulation_provisional_note"));
            long uncertain = versions.policies().stream()
                    .mapToLong(PolicyView::provisional)
                    .sum();
            assertThat(page.split("badge-warn\" href=\"#provisional\"", -1)).hasSize((int) uncertain + 1);
            for (PolicyTerm term : PolicyTerm.values()) {
                assertThat(page.split(">" + Messages.get(lang, "regulation_term_" + term) + "<", -1))
                        .as(term.name())
                        .hasSize(versions.policies().size() + 1);
            }
        }
    }

    @Test
    void theCatalogueHasTenCategoriesAndFiftyFourItems() {
        CatalogueView operations = catalogues.all().stream()
                .filter(c -> !c.categories().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(operations.filledCategories()).isEqualTo(10);
        assertThat(operations.items()).isEqualTo(54);
        String page = given(Entrance.as("author", accounting))
                .get("/regulation/catalogue?lang=zh")
                .asString();
        assertThat(page.split("data-item=", -1)).hasSize(55);
        assertThat(page.split("data-industry=", -1))
                .as("17 of managers, 2 that the law on safety staff names besides")
                .hasSize(20);
        assertThat(page).contains("special-operations-2010", "10 个类别，54 个操作项目").doesNotContain("??");
    }
}
