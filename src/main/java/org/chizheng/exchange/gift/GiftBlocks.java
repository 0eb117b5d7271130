package org.chizheng.exchange.gift;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a GIFT file into its questions: at empty lines that do not stand between braces. Comments are taken out; Moodle writes ID numbers and tags into them. */
final class GiftBlocks {
    private static final Pattern NOTED = Pattern.compile("\\[(id|tag):((?:\\\\.|[^\\]\\\\])*)\\]");

    /** Characters; a longer one is prose or an attack on the pattern above, and notes nothing. */
    private static final int LONGEST_COMMENT = 1_000;

    /**
     * One question.
     *
     * @param line where it begins
     * @param id ID number, empty if none is noted
     * @param closed whether each brace that opens closes again
     */
    record Block(int line, String text, String category, String id, List<String> tags, boolean closed) {}

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private List<String> tags = new ArrayList<>();
    private String id = "";
    private String category = "";
    private int begin;
    private int depth;

    private GiftBlocks() {}

    static List<Block> of(String file) {
        GiftBlocks cutter = new GiftBlocks();
        int number = 0;
        boolean empty = true;
        for (String line : (file.replace("\r\n", "\n").replace('\r', '\n') + "\n\n").split("\n", -1)) {
            number++;
            String trimmed = line.strip();
            boolean fresh =
                    empty && (trimmed.startsWith("::") || trimmed.startsWith("//") || trimmed.startsWith("$CATEGORY"));
            if (trimmed.isEmpty() && cutter.depth == 0 || fresh) {
                cutter.end();
            }
            cutter.line(line, trimmed, number);
            empty = trimmed.isEmpty();
        }
        cutter.end();
        return cutter.blocks;
    }

    private void line(String line, String trimmed, int number) {
        if (trimmed.startsWith("//")) {
            comment(trimmed);
        } else if (trimmed.startsWith("$CATEGORY:")) {
            category = trimmed.substring("$CATEGORY:".length()).strip();
        } else if (!trimmed.isEmpty() || !text.isEmpty()) {
            begin = text.isEmpty() ? number : begin;
            text.append(trimmed.isEmpty() ? "" : line).append('\n');
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '\\') {
                    i++;
                } else if (c == '{') {
                    depth = 1;
                } else if (c == '}') {
                    depth = 0;
                }
            }
        }
    }

    private void comment(String comment) {
        if (comment.length() > LONGEST_COMMENT) {
            return;
        }
        Matcher noted = NOTED.matcher(comment);
        while (noted.find()) {
            String value = noted.group(2).replaceAll("\\\\(.)", "$1").strip();
            if (noted.group(1).equals("id")) {
                id = value;
            } else {
                tags.add(value);
            }
        }
    }

    private void end() {
        if (!text.isEmpty()) {
            blocks.add(new Block(begin, text.toString(), category, id, List.copyOf(tags), depth == 0));
            text.setLength(0);
            tags = new ArrayList<>();
            id = "";
            depth = 0;
        }
    }
}
