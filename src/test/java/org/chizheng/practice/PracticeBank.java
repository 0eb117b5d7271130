package org.chizheng.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chizheng.BankFixture;

/** The synthetic bank with every fifth item published: 8 judgements, 8 single and 4 multiple choices in each of two chapters. The key is known from the stem. */
final class PracticeBank {
    static final String SUBJECT = "practice-fixture";
    static final String QUALIFICATION = "principal-fireworks-wholesale";
    static final int CHAPTER_ITEMS = 20;
    private static final Pattern NUMBER = Pattern.compile("第0[12]章第(\\d+)题");

    private PracticeBank() {}

    static Path write(Path bank) throws IOException {
        BankFixture.write(bank, SUBJECT, "PRA", QUALIFICATION);
        for (String file : List.of("01-a.yaml", "02-b.yaml")) {
            Path chapter = bank.resolve(SUBJECT).resolve(file);
            StringBuilder marked = new StringBuilder();
            for (String line : Files.readAllLines(chapter, UTF_8)) {
                marked.append(line).append('\n');
                if (line.matches("  - id: PRA-0[12]-\\d\\d[05]")) {
                    marked.append("    practice: true\n");
                }
            }
            Files.writeString(chapter, marked, UTF_8);
        }
        return bank;
    }

    static int number(String stem) {
        Matcher number = NUMBER.matcher(stem);
        if (!number.find()) {
            throw new IllegalArgumentException(stem);
        }
        return Integer.parseInt(number.group(1));
    }

    static boolean isPublished(String stem) {
        return number(stem) % 5 == 0;
    }

    /** The right options' texts. */
    static List<String> right(String stem) {
        int number = number(stem);
        if (number <= 40) {
            return List.of(number % 2 == 0 ? "正确" : "错误");
        }
        return number <= 80 ? List.of("对") : List.of("对一", "对二");
    }

    /** A choice that is wrong. */
    static List<String> wrong(String stem) {
        int number = number(stem);
        if (number <= 40) {
            return List.of(number % 2 == 0 ? "错误" : "正确");
        }
        return number <= 80 ? List.of("乙") : List.of("对一", "甲");
    }
}
