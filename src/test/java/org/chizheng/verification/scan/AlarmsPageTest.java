package org.chizheng.verification.scan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.Certified;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.common.Digests;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** Alarms reach those who answer for the certificate's region, and are attended to once. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AlarmsPageTest {
    private static final String PAGE = "/certificates/checks";

    @Inject
    Scanning scanning;

    @Inject
    Certified certified;

    @Inject
    Workplace workplace;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private String code;
    private UUID alarm;

    @BeforeEach
    void aCertificateCheckedAtFiftyPlaces() {
        UUID certificate = certified.issue(workplace.someone(), "operator-low-voltage-electrical");
        scanning.write(IntStream.range(0, 50)
                .mapToObj(
                        i -> new Scan(certificate, "VALID", Scan.Via.PAGE, network(certificate, i), null, clock.now()))
                .toList());
        code = sql.first("SELECT code FROM certificate WHERE id = ?", row -> row.getString(1), certificate)
                .orElseThrow();
        alarm = sql.first(
                        "SELECT id FROM verification_alarm WHERE certificate_id = ?",
                        row -> row.getObject(1, UUID.class),
                        certificate)
                .orElseThrow();
    }

    private static byte[] network(UUID certificate, int i) {
        return java.util.Arrays.copyOf(Digests.of((certificate + "/" + i).getBytes(StandardCharsets.UTF_8)), 16);
    }

    @Test
    void itIsShownWithinTheRegionOfTheCertificateAlone() {
        for (String region : List.of("32", "3201", Certified.REGION)) {
            assertThat(given(officer(region)).get(PAGE).asString()).as(region).contains(code);
            assertThat(listed(region)).as(region).contains(code);
        }
        assertThat(given(officer("3202")).get(PAGE).asString()).doesNotContain(code);
        assertThat(listed("3202")).doesNotContain(code);
        Entrance.post(officer("3202"), PAGE, PAGE + "/" + alarm + "/attended", "note", "核实为误报")
                .then()
                .statusCode(404);
    }

    /** The third column of the alarms' sheet. */
    private List<String> listed(String region) {
        byte[] file = given(officer(region)).get(PAGE + "/checks.xlsx").asByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            List<String> codes = new ArrayList<>();
            book.getSheetAt(0).forEach(line -> codes.add(line.getCell(2).getStringCellValue()));
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whoAttendsSaysWhatItWasAndOnlyTheFirstCounts() {
        RequestSpecification officer = officer(Certified.REGION);
        Entrance.post(officer, PAGE, PAGE + "/" + alarm + "/attended", "note", " ")
                .then()
                .statusCode(400);
        Entrance.post(officer, PAGE, PAGE + "/" + alarm + "/attended", "note", "核实为大型检修集中入场")
                .then()
                .statusCode(303);
        Entrance.post(officer, PAGE, PAGE + "/" + alarm + "/attended", "note", "另一种说法")
                .then()
                .statusCode(409);
        assertThat(given(officer).get(PAGE).asString()).contains("核实为大型检修集中入场").doesNotContain("另一种说法");
    }

    @Test
    void aGuessingNetworkIsShownToTheProvince() {
        byte[] network = network(UUID.randomUUID(), 0);
        scanning.write(IntStream.range(0, 30)
                .mapToObj(i -> new Scan(null, "UNKNOWN", Scan.Via.DOOR, network, null, clock.now()))
                .toList());
        String sign = java.util.HexFormat.of().formatHex(network, 0, 2);
        assertThat(given(officer("32")).get(PAGE).asString()).contains("<code>" + sign + "</code>");
        assertThat(given(officer("3201")).get(PAGE).asString()).doesNotContain("<code>" + sign + "</code>");
        sql.update("DELETE FROM verification_guess WHERE network = ?", (Object) network);
    }

    private RequestSpecification officer(String region) {
        return Entrance.within(region, Roles.CERTIFICATE_OFFICER, accounting);
    }
}
