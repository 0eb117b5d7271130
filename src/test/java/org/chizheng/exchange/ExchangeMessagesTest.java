package org.chizheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.chizheng.common.Messages;
import org.junit.jupiter.api.Test;

/** Every code that a reader or writer of this package can give has its words in both languages. */
class ExchangeMessagesTest {
    private static final Pattern NOTE = Pattern.compile(
            "(?:item\\.|text\\.|\\b)(?:lost|changed|refused|refuse|unlessUnchosen|feedback)\\((?:item, )?\"([A-Z_]+)\"|Note\\.Kind\\.[A-Z]+, \"([A-Z_]+)\"");
    private static final Pattern FILE = Pattern.compile("new UnreadableFile\\(\"([A-Z_]+)\"|refused\\(\"([A-Z_]+)\"");

    @Test
    void everyNoteHasItsWords() throws IOException {
        TreeSet<String> codes = codes(NOTE, path -> !path.endsWith("XmlFile.java"));
        assertThat(codes).hasSizeGreaterThan(60);
        assertThat(codes).allSatisfy(code -> assertWords("exchange_note_" + code));
    }

    @Test
    void everyReasonToRefuseAFileHasItsWords() throws IOException {
        TreeSet<String> codes = codes(FILE, path -> true);
        codes.removeIf(code -> !Messages.get("zh", "exchange_note_" + code).startsWith("??")
                && Messages.get("zh", "exchange_file_" + code).startsWith("??"));
        assertThat(codes).hasSizeGreaterThan(25);
        assertThat(codes).allSatisfy(code -> assertWords("exchange_file_" + code));
    }

    private static void assertWords(String key) {
        for (String language : List.of("zh", "en")) {
            assertThat(Messages.get(language, key)).doesNotStartWith("??");
        }
    }

    private static TreeSet<String> codes(Pattern pattern, java.util.function.Predicate<String> wanted)
            throws IOException {
        TreeSet<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/chizheng/exchange"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java") && wanted.test(path.toString()))
                    .toList()) {
                pattern.matcher(Files.readString(file).replaceAll("\\(\\s+", "("))
                        .results()
                        .map(ExchangeMessagesTest::code)
                        .forEach(codes::add);
            }
        }
        return codes;
    }

    private static String code(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }
}
