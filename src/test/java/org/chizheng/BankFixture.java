package org.chizheng;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small bank of synthetic items for tests: two chapters, 40 items of each cell's type, keys that a test can know; 20 items with figures. */
public final class BankFixture {
    private static final String CODE = "hazchem-production-principal";

    private BankFixture() {}

    /** Writes subject, sources, items and blueprint under the folder, beside the real schemas. */
    public static Path write(Path bank) {
        return write(bank, CODE, "HPP", "principal-hazchem-production");
    }

    /** The same items for another subject, with codes of its own, so that tests do not meet in the database. */
    public static Path write(Path bank, String code, String prefix, String qualification) {
        try {
            Path subject = Files.createDirectories(bank.resolve(code));
            Path schema = Files.createDirectories(bank.resolve("schema"));
            for (String name : new String[] {"subject", "sources", "items", "blueprint", "enemies"}) {
                Files.copy(
                        Path.of("question-bank/schema", name + ".schema.json"),
                        schema.resolve(name + ".schema.json"),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(
                    subject.resolve("subject.yaml"),
                    SUBJECT.replace(CODE, code)
                            .replace("HPP", prefix)
                            .replace("principal-hazchem-production", qualification),
                    UTF_8);
            Files.writeString(
                    subject.resolve("sources.yaml"), "sources:\n  - {id: t, title: 测试, edition: \"2026\"}\n", UTF_8);
            figures(Files.createDirectories(subject.resolve("figures")));
            Files.writeString(subject.resolve("01-a.yaml"), chapter("01", prefix), UTF_8);
            Files.writeString(subject.resolve("02-b.yaml"), chapter("02", prefix), UTF_8);
            Files.writeString(subject.resolve("blueprint.yaml"), BLUEPRINT, UTF_8);
            return bank;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each multiple-choice item of chapter 01 has a figure of its own; the last one belongs to an item that no paper draws. */
    private static void figures(Path folder) throws IOException {
        for (int i = 81; i <= 101; i++) {
            String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 100\">"
                    + "<rect width=\"200\" height=\"100\" fill=\"#145345\"/><circle cx=\"%d\" cy=\"50\" r=\"20\" fill=\"#fff\"/></svg>\n";
            Files.writeString(folder.resolve("f-%d.svg".formatted(i)), svg.formatted(i), UTF_8);
        }
    }

    private static String figure(int i) {
        return "    figure: figures/f-%1$d.svg\n    figureAlt: 图%1$d\n".formatted(i);
    }

    private static String chapter(String code, String prefix) {
        StringBuilder yaml = new StringBuilder("chapter: \"" + code + "\"\nitems:\n");
        for (int i = 1; i <= 100; i++) {
            yaml.append("  - id: ").append(prefix).append('-').append(code).append("-%03d\n".formatted(i));
            yaml.append("    difficulty: 1\n    stem: 第")
                    .append(code)
                    .append("章第")
                    .append(i)
                    .append("题\n");
            yaml.append("    explain: 说明\n    source: {doc: t, clause: 第一条}\n");
            yaml.append(
                    i <= 40 ? "    type: true-false\n    answer: " + (i % 2 == 0) + "\n" : i <= 80 ? SINGLE : MULTIPLE);
            yaml.append(code.equals("01") && i > 80 ? figure(i) : "");
        }
        if (code.equals("01")) {
            yaml.append(NEVER_DRAWN.formatted(prefix)).append(figure(101));
        }
        return yaml.toString();
    }

    private static final String NEVER_DRAWN =
            "  - id: %s-01-101\n    difficulty: 3\n    stem: 不出现的题\n    explain: 说明\n    source: {doc: t, clause: 第一条}\n"
                    + "    type: true-false\n    answer: true\n";
    private static final String SINGLE = "    type: single\n    right: 对\n    wrong: [甲, 乙, 丙]\n";
    private static final String MULTIPLE = "    type: multiple\n    right: [对一, 对二]\n    wrong: [甲, 乙]\n";
    private static final String SUBJECT = """
            code: hazchem-production-principal
            prefix: HPP
            qualification: principal-hazchem-production
            title: {zh: 测试科目, en: Test subject}
            licence: CC-BY-SA-4.0
            chapters:
              - {code: "01", zh: 第一章, en: One}
              - {code: "02", zh: 第二章, en: Two}
            """;
    private static final String BLUEPRINT = """
            quotas:
              - {type: TRUE_FALSE, chapter: "01", difficulty: 1, items: 20, points: 1}
              - {type: TRUE_FALSE, chapter: "02", difficulty: 1, items: 20, points: 1}
              - {type: SINGLE, chapter: "01", difficulty: 1, items: 20, points: 1}
              - {type: SINGLE, chapter: "02", difficulty: 1, items: 20, points: 1}
              - {type: MULTIPLE, chapter: "01", difficulty: 1, items: 5, points: 2}
              - {type: MULTIPLE, chapter: "02", difficulty: 1, items: 5, points: 2}
            """;
}
