package org.chizheng.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;

/** Reads one subject's folder and checks all of it: schema, then what a schema cannot say. */
final class BankFolder {
    private static final String ENEMIES = "enemies.yaml";
    private static final Set<String> OTHERS = Set.of("subject.yaml", "sources.yaml", "blueprint.yaml", ENEMIES);
    private final Path folder;
    private final Path schemas;
    private final List<String> faults;
    private final Map<String, String> sources = new HashMap<>();
    private final Set<String> chapters = new HashSet<>();
    private final Set<String> codes;
    private final Map<String, String> contents = new HashMap<>();
    private final Map<String, Figure> figures = new HashMap<>();
    final List<Draft> items = new ArrayList<>();
    final List<Enmity> enemies = new ArrayList<>();
    BankFile subjectFile;
    JsonNode subject;

    /** @param codes of the items of all folders read so far, since an item's code is its own in the whole bank */
    BankFolder(Path folder, Path schemas, Set<String> codes, List<String> faults) {
        this.folder = folder;
        this.schemas = schemas;
        this.codes = codes;
        this.faults = faults;
    }

    /** Two items that give each other away, one before other in the order of codes, and why. */
    record Enmity(String one, String other, String reason) {}

    void read() {
        try {
            int before = faults.size();
            subjectFile = BankFile.read(folder.resolve("subject.yaml"), schema("subject"), faults);
            subject = subjectFile.content();
            JsonNode cited = BankFile.read(folder.resolve("sources.yaml"), schema("sources"), faults)
                    .content();
            if (faults.size() > before) {
                return;
            }
            if (!subject.get("code").asText().equals(String.valueOf(folder.getFileName()))) {
                faults.add(subjectFile.at("/code") + "the code is not the name of the folder");
            }
            cited.get("sources")
                    .forEach(s -> sources.put(
                            s.get("id").asText(),
                            "《" + s.get("title").asText() + "》（"
                                    + s.get("edition").asText() + "）"));
            subject.get("chapters").forEach(c -> chapters.add(c.get("code").asText()));
            JsonSchema schema = schema("items");
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith("ml")).sorted().toList()) {
                    readIfItems(file, schema);
                }
            }
            int sound = faults.size();
            if (Files.exists(folder.resolve(ENEMIES))) {
                BankFile file = BankFile.read(folder.resolve(ENEMIES), schema("enemies"), faults);
                if (faults.size() == sound) {
                    readEnemies(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readIfItems(Path file, JsonSchema schema) {
        String name = String.valueOf(file.getFileName());
        if (name.matches("\\d\\d-.*\\.yaml")) {
            readChapter(file, schema);
        } else if (!OTHERS.contains(name)) {
            faults.add(
                    file + ":1: is none of subject.yaml, sources.yaml, blueprint.yaml, enemies.yaml and NN-name.yaml");
        }
    }

    private JsonSchema schema(String name) throws IOException {
        return BankFile.schema(schemas.resolve(name + ".schema.json"));
    }

    private void readChapter(Path path, JsonSchema schema) {
        int before = faults.size();
        BankFile file = BankFile.read(path, schema, faults);
        if (faults.size() > before) {
            return;
        }
        String chapter = file.content().get("chapter").asText();
        if (!chapters.contains(chapter)) {
            faults.add(file.at("/chapter") + "chapter " + chapter + " is not listed in subject.yaml");
        }
        int index = 0;
        for (JsonNode item : file.content().get("items")) {
            String pointer = "/items/" + index++;
            check(draft(item, chapter, figure(item, file, pointer)), item, file, pointer);
        }
    }

    private void readEnemies(BankFile file) {
        Set<String> own = items.stream().map(Draft::code).collect(Collectors.toSet());
        Set<String> pairs = new HashSet<>();
        int index = 0;
        for (JsonNode entry : file.content().get("enemies")) {
            String at = file.at("/enemies/" + index++);
            List<String> pair =
                    BankFile.texts(entry.get("items")).stream().sorted().toList();
            pair.stream()
                    .filter(code -> !own.contains(code))
                    .forEach(code -> faults.add(at + "there is no item " + code + " in this subject"));
            if (!pairs.add(pair.toString())) {
                faults.add(at + pair + " stand here twice");
            }
            enemies.add(new Enmity(
                    pair.get(0), pair.get(1), entry.get("reason").asText().strip()));
        }
    }

    /** The file stands beside the chapter's; null when the item has none, or one that was refused. */
    private Figure figure(JsonNode item, BankFile file, String pointer) {
        if (!item.has("figure")) {
            return null;
        }
        return figures.computeIfAbsent(
                item.get("figure").asText(),
                name -> FigureFile.read(folder.resolve(name), file.at(pointer + "/figure"), faults)
                        .orElse(null));
    }

    private Draft draft(JsonNode item, String chapter, Figure figure) {
        boolean trueFalse = "true-false".equals(item.get("type").asText());
        boolean holds = trueFalse && item.get("answer").asBoolean();
        List<String> right = trueFalse ? List.of(holds ? "正确" : "错误") : rights(item.get("right"));
        List<String> wrong = trueFalse ? List.of(holds ? "错误" : "正确") : BankFile.texts(item.get("wrong"));
        JsonNode source = item.get("source");
        String cited = sources.getOrDefault(source.get("doc").asText(), "")
                + source.get("clause").asText();
        return new Draft(
                item.get("id").asText(),
                item.get("type").asText().toUpperCase(java.util.Locale.ROOT).replace('-', '_'),
                chapter,
                item.get("difficulty").asInt(),
                item.get("stem").asText().strip(),
                right,
                wrong,
                item.get("explain").asText().strip(),
                cited,
                figure,
                figure == null ? null : item.get("figureAlt").asText().strip(),
                item.path("level").asText("provincial").toUpperCase(java.util.Locale.ROOT),
                item.path("practice").asBoolean());
    }

    private static List<String> rights(JsonNode right) {
        return right.isArray() ? BankFile.texts(right) : List.of(right.asText());
    }

    private void check(Draft draft, JsonNode item, BankFile file, String pointer) {
        String at = file.at(pointer);
        if (!draft.code().startsWith(subject.get("prefix").asText() + "-" + draft.chapter() + "-")) {
            faults.add(at + "id " + draft.code() + " does not begin with the prefix and the chapter");
        }
        if (!codes.add(draft.code())) {
            faults.add(at + "id " + draft.code() + " is used twice");
        }
        if (!sources.containsKey(item.get("source").get("doc").asText())) {
            faults.add(at + "source " + item.get("source").get("doc").asText() + " is not listed in sources.yaml");
        }
        Set<String> options = new TreeSet<>(draft.right());
        options.addAll(draft.wrong());
        if (options.size() < draft.right().size() + draft.wrong().size()) {
            faults.add(at + "two options of " + draft.code() + " are the same");
        }
        String picture = draft.figure() == null ? "" : draft.figure().digest();
        String earlier = contents.putIfAbsent(draft.stem() + options + picture, draft.code());
        if (earlier != null) {
            faults.add(at + draft.code() + " has the stem, options and figure of " + earlier);
        }
        items.add(draft);
    }
}
