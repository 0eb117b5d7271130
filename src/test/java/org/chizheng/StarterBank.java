package org.chizheng;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.bank.Loading;
import org.chizheng.blueprint.BlueprintLoading;
import org.chizheng.common.Sql;
import org.chizheng.demo.DemoAuthority;

/** The bank of this repository with its blueprints, as the demo has them. Tests leave other items in its subjects; the files of those subjects alone are read again, which takes longer than many a test. */
@ApplicationScoped
public class StarterBank {
    public static final Path FOLDER = Path.of("question-bank");
    /** All that a load looks at or writes: each item's state and newest revision, and the blueprints. */
    private static final String STATE = """
            SELECT i.subject, concat_ws(' ', i.code, i.retired, i.keeper, (SELECT max(r.number) FROM item_revision r WHERE r.item = i.code)) AS line FROM item i
            UNION ALL SELECT subject, concat_ws(' ', code, number, digest) FROM blueprint ORDER BY subject, line""";

    private final Loading loading;
    private final BlueprintLoading blueprints;
    private final DemoAuthority demo;
    private final Sql sql;
    private Map<String, List<String>> loaded = Map.of();

    StarterBank(Loading loading, BlueprintLoading blueprints, DemoAuthority demo, Sql sql) {
        this.loading = loading;
        this.blueprints = blueprints;
        this.demo = demo;
        this.sql = sql;
    }

    public void load() {
        Map<String, List<String>> now = state();
        List<Path> changed = subjects().stream()
                .filter(subject -> !now.getOrDefault(name(subject), List.of()).equals(loaded.get(name(subject))))
                .toList();
        if (!changed.isEmpty()) {
            Path folder = loaded.isEmpty() ? FOLDER : with(changed);
            loading.load(folder);
            blueprints.load(folder);
            loaded = state();
        }
    }

    private static List<Path> subjects() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(folder -> Files.exists(folder.resolve("subject.yaml")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path subject) {
        return subject.getFileName().toString();
    }

    /** A bank of some of the subjects. */
    private static Path with(List<Path> subjects) {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "starter-bank");
            for (Path part : Stream.concat(Stream.of(FOLDER.resolve("schema")), subjects.stream())
                    .toList()) {
                Files.createSymbolicLink(folder.resolve(part.getFileName()), part.toAbsolutePath());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the demo authority. */
    public void ensure() {
        load();
        demo.ensure();
    }

    private Map<String, List<String>> state() {
        Map<String, List<String>> state = new HashMap<>();
        sql.list(
                STATE,
                row -> state.computeIfAbsent(row.getString(1), none -> new ArrayList<>())
                        .add(row.getString(2)));
        return state;
    }
}
