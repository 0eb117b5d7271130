package org.chizheng.application;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** An enterprise applies for its people by a sheet: looked at first, all of it or nothing, and the same sheet again adds nothing. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class EnterpriseSheetTest {
    private static final String DOOR = "/enterprise/applications";

    @Inject
    Accounting accounting;

    @Inject
    Workplace workplace;

    @Inject
    Applications applications;

    private UUID enterprise;
    private UUID post;
    private RequestSpecification employer;

    @BeforeEach
    void anEmployer() {
        enterprise = workplace.enterprise("320612");
        post = workplace.post(enterprise, "operator-scaffolding");
        employer = Entrance.as(new Grant(Roles.EMPLOYER, null, null, enterprise), null, accounting);
    }

    /** The service's own template, filled in from its second row on. */
    private byte[] sheet(String[]... rows) throws IOException {
        byte[] template = given(employer).get(DOOR + "/sheets/template?lang=zh").asByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(template));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Row head = book.getSheetAt(0).getRow(0);
            assertThat(List.of(0, 1, 2, 3))
                    .extracting(i -> head.getCell(i).getStringCellValue())
                    .containsExactly("姓名", "证件号码", "报考项目", "文化程度");
            for (int i = 0; i < rows.length; i++) {
                Row row = book.getSheetAt(0).createRow(i + 1);
                for (int j = 0; j < rows[i].length; j++) {
                    row.createCell(j).setCellValue(rows[i][j]);
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private static String[] row(Workplace.Someone someone, String name, String item) {
        return new String[] {name, someone.idNumber(), item, "初中", "居民身份证", "初次取证", "架子工", "13800000000", "", "无"};
    }

    private static String[] row(Workplace.Someone someone) {
        return row(someone, someone.name(), "登高架设作业");
    }

    /** @return the address of the sheet's page */
    private String upload(byte[] sheet) {
        Response page = given(employer).get(DOOR);
        String token = Entrance.token(page);
        Response taken = given(employer)
                .redirects()
                .follow(false)
                .cookies(page.cookies())
                .multiPart("csrf-token", token)
                .multiPart("enterprise", enterprise.toString())
                .multiPart("region", "3206")
                .multiPart("file", "people.xlsx", sheet)
                .post(DOOR + "/sheets");
        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(303);
        String location = taken.header("Location");
        return location.substring(location.indexOf(DOOR));
    }

    private Response confirm(String address) {
        return Entrance.post(employer, address, address + "/confirm", "undertaken", "true");
    }

    private boolean applied(Workplace.Someone someone) {
        return applications.isOpen(someone.id(), "operator-scaffolding");
    }

    @Test
    void aSheetIsLookedAtThenSentAndTheSameAgainAddsNothing() throws IOException {
        Workplace.Someone one = workplace.staff(post);
        Workplace.Someone other = workplace.staff(post);
        byte[] sheet = sheet(row(one), row(other));
        String address = upload(sheet);
        assertThat(given(employer).get(address).asString()).contains("可以提交").doesNotContain("??");
        assertThat(applied(one)).as("looked at only").isFalse();
        assertThat(confirm(address).statusCode()).isEqualTo(303);
        assertThat(applied(one) && applied(other)).isTrue();
        assertThat(applications.ofPerson(one.id()).get(0).enterpriseId()).isEqualTo(enterprise);
        assertThat(given(employer).get(DOOR).asString())
                .contains(applications.ofPerson(other.id()).get(0).number());
        String again = upload(sheet);
        assertThat(given(employer).get(again).asString()).contains("没有新的申请", "不重复");
        assertThat(confirm(again).statusCode()).isEqualTo(303);
        assertThat(applications.ofPerson(one.id())).hasSize(1);
        RequestSpecification another =
                Entrance.as(new Grant(Roles.EMPLOYER, null, null, workplace.enterprise("320612")), null, accounting);
        UUID id = applications.ofPerson(one.id()).get(0).id();
        assertThat(given(another).get(DOOR + "/" + id).statusCode()).isEqualTo(404);
        assertThat(given(employer).get(DOOR + "/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void oneWrongRowHoldsUpAllAndEachRowSaysWhy() throws IOException {
        Workplace.Someone right = workplace.staff(post);
        Workplace.Someone misnamed = workplace.staff(post);
        Workplace.Someone stranger = workplace.someone();
        Workplace.Someone unhealthy = workplace.staff(post);
        String[] ill = row(unhealthy);
        ill[9] = "癫痫病";
        String address = upload(sheet(
                row(right),
                row(misnamed, "测试别人", "登高架设作业"),
                row(stranger),
                ill,
                row(right),
                row(workplace.staff(post), "测试工人", "没有这一项")));
        assertThat(given(employer).get(address).asString())
                .contains("与这个证件号码已登记的姓名不一致", "不在本单位岗位上", "妨碍从事这项作业的疾病", "没有办结的申请");
        assertThat(confirm(address).asString()).contains("有 5 行有问题，一件也没有提交");
        assertThat(applied(right)).isFalse();
        byte[] marked = given(employer).get(address + "/file").asByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(marked))) {
            Row head = book.getSheetAt(0).getRow(0);
            int last = head.getLastCellNum() - 1;
            assertThat(head.getCell(last).getStringCellValue()).isEqualTo("原因和解决办法");
            assertThat(book.getSheetAt(0).getRow(1).getCell(last - 1).getStringCellValue())
                    .isEqualTo("可以提交");
            assertThat(book.getSheetAt(0).getRow(4).getCell(last).getStringCellValue())
                    .contains("总局令第30号 第四条");
        }
    }
}
