package org.chizheng.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** What a well prepared candidate has learned: the published bank. It answers by the text of the options, as a person would. */
final class AnswerBook {
    private final Map<String, List<Set<String>>> right = new HashMap<>();

    /** @throws IOException if the folder holds no items */
    static AnswerBook read(Path bank) throws IOException {
        AnswerBook book = new AnswerBook();
        try (Stream<Path> files = Files.walk(bank)) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches("\\d\\d-.*\\.yaml"))
                    .toList()) {
                new YAMLMapper().readTree(file.toFile()).path("items").forEach(book::learn);
            }
        }
        if (book.right.isEmpty()) {
            throw new IOException("no items under " + bank);
        }
        return book;
    }

    int size() {
        return right.size();
    }

    private void learn(JsonNode item) {
        Set<String> texts = new TreeSet<>();
        if (item.has("answer")) {
            texts.add(item.get("answer").asBoolean() ? "正确" : "错误");
        } else if (item.get("right").isArray()) {
            item.get("right").forEach(text -> texts.add(text.asText()));
        } else {
            texts.add(item.get("right").asText());
        }
        right.computeIfAbsent(item.get("stem").asText(), stem -> new ArrayList<>())
                .add(texts);
    }

    /** Option ids in ascending order, comma separated. @throws IOException if the question is not in the book */
    String answer(JsonNode question) throws IOException {
        Map<String, String> ids = new HashMap<>();
        question.get("options")
                .forEach(o -> ids.put(o.get("text").asText(), o.get("id").asText()));
        for (Set<String> texts : right.getOrDefault(question.get("stem").asText(), List.of())) {
            if (ids.keySet().containsAll(texts)) {
                return join(texts.stream().map(ids::get).toList());
            }
        }
        throw new IOException("question " + question.get("no") + " is not in the published bank");
    }

    private static String join(Collection<String> ids) {
        return String.join(",", new TreeSet<>(ids));
    }
}
