package org.chizheng.practical;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.bank.BankFaults;
import org.chizheng.bank.BankFile;
import org.chizheng.common.Digests;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.practical.rule.SchemeChecks;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.Qualifications;
import org.chizheng.regulation.rule.PolicyTerm;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;

/** Loads the task files of practicals, one for each qualification; a changed one becomes a new revision. All are checked before anything is written. */
@ApplicationScoped
public class LibraryLoading {
    private static final String FOLDER = "practical";
    private final Library library;
    private final Policies policies;
    private final Qualifications qualifications;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public LibraryLoading(
            Library library,
            Policies policies,
            Qualifications qualifications,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.library = library;
        this.policies = policies;
        this.qualifications = qualifications;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @return how many new revisions there are; @throws BankFaults if any file is wrong; then nothing was written */
    @Transactional
    public int load(Path bank) {
        Path folder = bank.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        List<String> faults = new ArrayList<>();
        List<JsonNode> schemes = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            JsonSchema schema = BankFile.schema(bank.resolve("schema").resolve("practical.schema.json"));
            for (Path file : files.sorted().toList()) {
                read(file, schema, schemes, faults);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!faults.isEmpty()) {
            throw new BankFaults(faults);
        }
        return schemes.stream().mapToInt(this::keep).sum();
    }

    private void read(Path path, JsonSchema schema, List<JsonNode> schemes, List<String> faults) {
        int before = faults.size();
        BankFile file = BankFile.read(path, schema, faults);
        if (faults.size() > before) {
            return;
        }
        JsonNode scheme = file.content();
        String qualification = scheme.get("qualification").asText();
        if (!String.valueOf(path.getFileName()).equals(qualification + ".yaml")
                || qualifications.find(qualification).isEmpty()) {
            faults.add(file.at("/qualification") + qualification
                    + " is not the name of the file, or not in the catalogue");
            return;
        }
        int minutes = policies.inForce(qualification, clock.today()).number(PolicyTerm.PRACTICAL_MINUTES);
        SchemeChecks.faults(
                        stream(scheme.get("parts")).map(LibraryLoading::part).toList(), minutes)
                .forEach(fault -> faults.add(file.at("/parts") + fault));
        schemes.add(scheme);
    }

    private static SchemeChecks.Part part(JsonNode part) {
        return new SchemeChecks.Part(
                part.get("code").asText(),
                part.get("weight").asInt(),
                stream(part.get("tasks"))
                        .map(task -> new SchemeChecks.Task(
                                task.get("code").asText(),
                                stream(task.get("steps"))
                                        .mapToInt(step -> step.get("points").asInt())
                                        .sum(),
                                task.get("minutes").asInt()))
                        .toList());
    }

    private int keep(JsonNode scheme) {
        String qualification = scheme.get("qualification").asText();
        String digest = Digests.hex(scheme.toString());
        SchemeView newest = library.newest(qualification).orElse(null);
        if (newest != null && newest.digest().equals(digest)) {
            return 0;
        }
        UUID id = Ids.next();
        int number = newest == null ? 1 : newest.number() + 1;
        sql.update(
                "INSERT INTO practical_scheme (id, qualification, number, digest, mark, source, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                id,
                qualification,
                number,
                digest,
                scheme.get("mark").asText(),
                scheme.get("source").asText(),
                clock.now());
        scheme.get("parts").forEach(part -> keepPart(id, part));
        auditing.note("loaded", "practical-scheme", id, qualification + " revision " + number);
        return 1;
    }

    private void keepPart(UUID scheme, JsonNode part) {
        String code = part.get("code").asText();
        sql.update(
                "INSERT INTO practical_part (scheme_id, code, zh, en, weight) VALUES (?, ?, ?, ?, ?)",
                scheme,
                code,
                text(part, "zh"),
                text(part, "en"),
                part.get("weight").asInt());
        part.get("tasks").forEach(task -> keepTask(scheme, code, task));
    }

    private void keepTask(UUID scheme, String part, JsonNode task) {
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO practical_task (id, scheme_id, part, code, zh, en, mode, minutes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                scheme,
                part,
                task.get("code").asText(),
                text(task, "zh"),
                text(task, "en"),
                task.get("mode").asText().toUpperCase(Locale.ROOT),
                task.get("minutes").asInt());
        List<Object[]> rows = new ArrayList<>();
        stream(task.get("steps")).forEach(step -> rows.add(row(id, rows.size() + 1, step)));
        stream(task.get("vetoes")).forEach(veto -> rows.add(row(id, rows.size() + 1, veto)));
        sql.batch(
                "INSERT INTO practical_step (id, task_id, number, zh, en, points, veto) VALUES (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private static Object[] row(UUID task, int number, JsonNode step) {
        int points = step.path("points").asInt();
        return new Object[] {Ids.next(), task, number, text(step, "zh"), text(step, "en"), points, points == 0};
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText().strip();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
