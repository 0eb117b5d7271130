package org.chizheng.statistics.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chizheng.PdfRules;
import org.chizheng.statistics.report.ReportFacts.Ahead;
import org.chizheng.statistics.report.ReportFacts.Goal;
import org.chizheng.statistics.report.ReportFacts.Head;
import org.chizheng.statistics.report.ReportFacts.Line;
import org.chizheng.statistics.report.ReportFacts.Month;
import org.chizheng.statistics.report.ReportFacts.Pass;
import org.chizheng.statistics.report.ReportFacts.Policy;
import org.chizheng.statistics.report.ReportFacts.Work;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The printed report: PDF/A-2a and PDF/UA-1, with all that it is made of in its words. */
class ReportPressTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final YearMonth MONTH = YearMonth.of(2026, 5);
    private static final List<String> CITIES = List.of(
            "南京市 Nanjing",
            "无锡市 Wuxi",
            "徐州市 Xuzhou",
            "常州市 Changzhou",
            "苏州市 Suzhou",
            "南通市 Nantong",
            "连云港市 Lianyungang",
            "淮安市 Huai’an",
            "盐城市 Yancheng",
            "扬州市 Yangzhou",
            "镇江市 Zhenjiang",
            "泰州市 Taizhou",
            "宿迁市 Suqian");

    private static ReportFacts facts(boolean corrected) {
        List<Month> course = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            course.add(
                    new Month(MONTH.minusMonths(11 - i), i < 2 ? 0 : 130_000, i < 2 ? 0 : 118_000 + 800L * i, i > 6));
        }
        List<Line> cities = new ArrayList<>();
        for (int i = 0; i < CITIES.size(); i++) {
            String[] names = CITIES.get(i).split(" ");
            cities.add(new Line(
                    "32" + String.format("%02d", i + 1),
                    names[0],
                    names[1],
                    i == 12 ? 0 : 10_000,
                    i == 12 ? 0 : 9_900 - 150L * i,
                    i));
        }
        List<Line> categories = List.of(
                new Line("PRINCIPAL", "主要负责人", "Principal responsible person", 9000, 8700, 12),
                new Line("MANAGER", "安全生产管理人员", "Safety manager", 18_000, 17_100, 30),
                new Line("OPERATOR", "特种作业人员", "Special operator", 103_000, 101_000, 0));
        List<Line> lowest = List.of(
                new Line("a", "危险化学品安全作业 重氮化工艺作业", "Diazotization process", 120, 88, 0),
                new Line(
                        "b",
                        "制冷与空调设备安装修理作业",
                        "Installation and repair of refrigeration and air-conditioning equipment",
                        900,
                        711,
                        0));
        return new ReportFacts(
                new Head(
                        new UUID(1, 2),
                        "32",
                        "江苏省",
                        "Jiangsu",
                        MONTH,
                        corrected ? 2 : 1,
                        MONTH.atEndOfMonth(),
                        Instant.parse("2026-05-31T16:00:00Z"),
                        Instant.parse("2026-06-01T00:12:00Z"),
                        DIGEST,
                        Instant.parse("2026-05-31T16:10:03Z"),
                        !corrected,
                        corrected ? new UUID(1, 1) : null,
                        corrected ? DIGEST : null,
                        corrected ? "两家企业补报五月人员" : "",
                        5),
                new Line("32", "江苏省", "Jiangsu", 130_000, 126_800, 42),
                course,
                cities,
                categories,
                List.of(
                        new Line("true", "高危行业企业", "High-risk enterprises", 30_000, 29_500, 10),
                        new Line("false", "其他企业", "Other enterprises", 100_000, 97_300, 32)),
                List.of(
                        new Line("26", "化学原料和化学制品制造业", "Chemical raw materials and products", 28_000, 27_900, 4),
                        new Line("", "未申报", "Not reported", 102_000, 98_900, 38)),
                List.of(new Line("LARGE", "大型", "Large", 130_000, 126_800, 42)),
                lowest,
                List.of(
                        new Ahead(30, MONTH.atEndOfMonth().plusDays(30), 129_900, 125_000, 1_800),
                        new Ahead(90, MONTH.atEndOfMonth().plusDays(90), 129_700, 121_000, 5_800),
                        new Ahead(180, MONTH.atEndOfMonth().plusDays(180), 129_000, 115_000, 11_800)),
                List.of(new Goal("三年完成（每年50万人）", "Within three years", "OPERATING", 2025, 310_000, 500_000)),
                List.of(
                        new Pass(false, LocalDate.of(2026, 5, 31), 9_000, 9_100),
                        new Pass(true, LocalDate.of(2026, 5, 31), 80, 100)),
                new Work(List.of(new Work.Kind("UNCERTIFIED", 30, 21, 18, 17, 40, 6)), 2, 1, 3),
                List.of(new Policy(
                        "order-19-operator",
                        "特种作业人员安全技术培训考核管理规定（应急管理部令第19号）",
                        "Order 19 of the Ministry of Emergency Management",
                        LocalDate.of(2026, 6, 1),
                        null,
                        "6",
                        "EMPLOYEE,INTERN")));
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static void keep(String name, byte[] pdf) throws Exception {
        if (System.getenv("CHIZHENG_SCREENSHOTS") != null) {
            Files.createDirectories(Path.of("target/screenshots"));
            Files.write(Path.of("target/screenshots/" + name), pdf);
        }
    }

    @Test
    void itIsForTheArchiveAndForEverybody() throws Exception {
        byte[] pdf = ReportPress.print(facts(false), DIGEST);
        keep("monthly-report.pdf", pdf);
        assertThat(PdfRules.broken(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(PdfRules.broken(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(text(pdf))
                .contains(
                        "持证上岗率月报",
                        "97.53%",
                        DIGEST,
                        new UUID(1, 2).toString(),
                        "2026-06-01 00:00:00",
                        "连云港市",
                        "特种作业人员",
                        "重氮化工艺作业",
                        "化学原料和化学制品制造业",
                        "29,500",
                        "11,800",
                        "310,000",
                        "62.00",
                        "order-19-operator",
                        "职工、",
                        "只舍不入");
    }

    @Test
    void aCorrectionNamesWhatItReplacesAndWhy() throws Exception {
        byte[] pdf = ReportPress.print(facts(true), DIGEST);
        assertThat(PdfRules.broken(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(text(pdf)).contains("更正版", new UUID(1, 1).toString(), "两家企业补报五月人员", "第 2 版");
        assertThat(text(ReportPress.print(facts(false), DIGEST))).doesNotContain("更正版");
    }
}
