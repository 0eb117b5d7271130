package org.chizheng.rehearsal.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.chizheng.journey.Visitor;

/**
 * How long a large import takes: from sending the workbook until its drafts are in the database, reading, checks and the author's confirmation included. The service is
 * a process of its own with 512 MB of heap for all that it does; the peak is the largest heap that its garbage collector found before a collection.
 */
final class ImportBench {
    private static final String IMPORT = "/bank/hazchem-production-principal/import";
    private static final List<String> STARTER = List.of(
            "fusion-welding",
            "hazchem-production-manager",
            "hazchem-production-principal",
            "hazchem-trading-principal",
            "height-installation",
            "low-voltage-electrical");
    private static final String HEAD = "题型 章节 难度 题干 选项A 选项B 选项C 选项D 答案 解析 依据";
    private static final String[] WORDS = ("电气 作业 人员 应当 检查 设备 安全 距离 温度 压力 储罐 阀门 通风 防护 泄漏 报警 动火 受限空间 许可证 监护 应急 处置 培训 负责人"
                    + " 危险 化学品 标志 工艺 联锁 切断 置换 盲板 接地 静电 浓度 检测")
            .split(" ");
    private static final Pattern HEAP = Pattern.compile(" (\\d+)M->\\d+M\\(");
    private static final int HEAP_MB = 512;

    /** Beyond what an import may take, so that one that takes too long is told with its figure. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Sheet sheet;
    private final int items;
    private final Random random;

    ImportBench(Sheet sheet, boolean quick, Random random) {
        this.sheet = sheet;
        this.random = random;
        items = quick ? 500 : 10_000;
    }

    void run() throws IOException, SQLException {
        byte[] workbook = workbook();
        try (Installation house = new Installation()) {
            Path log = house.folder().resolve("gc.log");
            house.service().with("-Xmx" + HEAP_MB + "m", "-XX:+UseG1GC", "-Xlog:gc:file=" + log);
            house.start();
            Visitor author = new Visitor(house.service().base().toString(), PATIENCE);
            author.signIn("/sign-in", "/j_security_check", "author", Installation.PASSWORD);
            Visitor.Answer form = author.get(IMPORT);
            long from = System.nanoTime();
            Visitor.Answer run = author.upload(form, IMPORT, "file", "items.xlsx", workbook);
            double looked = (System.nanoTime() - from) / 1e9;
            Visitor.Answer done = author.submit(
                    run, run.location() + "/confirm", Map.of("which", "ALL", "items", String.valueOf(items)));
            double seconds = (System.nanoTime() - from) / 1e9;
            String what = "import of %,d items from Excel".formatted(items);
            sheet.lower(what, seconds, "s").must(20).enter();
            sheet.lower(what + ", of that the dry run", looked, "s").enter();
            sheet.lower(what + ", peak heap of the whole service", peak(log), "MB")
                    .must(HEAP_MB)
                    .enter();
            sheet.holds(done.text().contains("class=\"notice notice-success\""), "the import was not made");
        }
        try (Installation house = new Installation()) {
            house.start();
            Visitor author = new Visitor(house.service().base().toString());
            author.signIn("/sign-in", "/j_security_check", "author", Installation.PASSWORD);
            check(author);
        }
    }

    /** Each subject's first look; later ones are answered from the report that was made. */
    private void check(Visitor author) throws IOException {
        long from = System.nanoTime();
        for (String subject : STARTER) {
            Visitor.Answer answer = author.get("/bank/" + subject + "/checks");
            sheet.holds(answer.status() == 200, "the checks of " + subject + " are not told");
        }
        sheet.lower("checks of the six subjects of the starter bank", (System.nanoTime() - from) / 1e9, "s")
                .must(5)
                .enter();
    }

    private static int peak(Path log) throws IOException {
        int peak = 0;
        Matcher heap = HEAP.matcher(Files.readString(log));
        while (heap.find()) {
            peak = Math.max(peak, Integer.parseInt(heap.group(1)));
        }
        return peak;
    }

    private byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SXSSFWorkbook book = new SXSSFWorkbook()) {
            org.apache.poi.ss.usermodel.Sheet table = book.createSheet("试题");
            fill(table.createRow(0), HEAD.split(" "));
            for (int i = 1; i <= items; i++) {
                fill(table.createRow(i), item(i));
            }
            book.write(out);
        }
        return out.toByteArray();
    }

    private String[] item(int number) {
        String type = List.of("判断题", "单选题", "多选题").get(number % 3);
        String key = List.of(number % 2 == 0 ? "正确" : "错误", "C", "ABD").get(number % 3);
        String[] cells = {
            type,
            "0" + (1 + number % 8),
            "易",
            words(12) + number,
            words(3),
            words(4),
            words(5),
            words(6),
            key,
            words(15),
            words(5)
        };
        if (number % 3 == 0) {
            Arrays.fill(cells, 4, 8, "");
        }
        return cells;
    }

    private String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    private static void fill(Row row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }
}
