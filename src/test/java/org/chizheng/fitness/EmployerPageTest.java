package org.chizheng.fitness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Certified;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class EmployerPageTest {
    private static final String LOW = "operator-low-voltage-electrical";
    private static final String WELDER = "operator-fusion-welding";

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    Accounting accounting;

    @Test
    void aLongListComesByPagesAndCanBeNarrowed() {
        UUID enterprise = workplace.enterprise("320105");
        UUID many = workplace.post(enterprise, LOW);
        UUID few = workplace.post(enterprise, WELDER);
        for (int i = 0; i < 100; i++) {
            workplace.staff(many);
        }
        workplace.staff(few);
        certified.issue(workplace.staff(few), WELDER);
        RequestSpecification employer =
                given(Entrance.as(new Grant(Roles.EMPLOYER, null, null, enterprise), null, accounting));
        String path = "/workforce/" + enterprise + "?lang=zh";
        assertThat(rows(employer, path)).isEqualTo(100);
        assertThat(rows(employer, path + "&page=2")).isEqualTo(2);
        assertThat(text(employer, path + "&page=2")).contains("2 / 2", "badge badge-ok");
        assertThat(rows(employer, path + "&page=99")).as("the last there is").isEqualTo(2);
        assertThat(rows(employer, path + "&post=" + few)).isEqualTo(2);
        assertThat(text(employer, path + "&open=true&post=" + few))
                .contains("共 102 条，显示 1 条", "badge badge-bad")
                .doesNotContain("badge badge-ok");
        assertThat(rows(employer, path + "&post=")).isEqualTo(100);
        assertThat(rows(employer, path + "&post=%22%3E")).isZero();
    }

    private static String text(RequestSpecification by, String path) {
        var answer = given().spec(by).get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.asString();
    }

    private static int rows(RequestSpecification by, String path) {
        return text(by, path).split("<th scope=\"row\">", -1).length - 1;
    }

    @Test
    void nothingIsChosenOfNobody() {
        assertThat(PeopleOnPost.of(List.of(), "", false, 1).paged().pages()).isEqualTo(1);
    }
}
