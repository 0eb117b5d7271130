package org.chizheng.blueprint;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.blueprint.rule.BlueprintChecks;
import org.chizheng.blueprint.rule.Quota;
import org.chizheng.common.Digests;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.TheoryPlan;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Loads each subject's blueprint.yaml; a changed one becomes a new revision. It must add up to the plan of the policy in force. */
@ApplicationScoped
public class BlueprintLoading {
    private final Sql sql;
    private final Blueprints blueprints;
    private final Policies policies;
    private final OfficialClock clock;
    private final Auditing auditing;

    public BlueprintLoading(Sql sql, Blueprints blueprints, Policies policies, OfficialClock clock, Auditing auditing) {
        this.sql = sql;
        this.blueprints = blueprints;
        this.policies = policies;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** @throws IllegalArgumentException naming file and fault */
    @Transactional
    public void load(Path bank) {
        try (Stream<Path> folders = Files.list(bank)) {
            for (Path file : folders.map(f -> f.resolve("blueprint.yaml"))
                    .filter(Files::exists)
                    .sorted()
                    .toList()) {
                loadFile(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void loadFile(Path file) throws IOException {
        String subject = String.valueOf(file.getParent().getFileName());
        List<Quota> quotas = read(file);
        String qualification = sql.first(
                        "SELECT qualification FROM subject WHERE code = ?", row -> row.getString(1), subject)
                .orElseThrow(() -> new IllegalArgumentException(file + ": unknown subject " + subject));
        TheoryPlan plan =
                TheoryPlan.parse(policies.inForce(qualification, clock.today()).text(PolicyTerm.THEORY_PLAN));
        Map<String, int[]> wanted = new HashMap<>();
        plan.parts().forEach((type, part) -> wanted.put(type, new int[] {part.items(), part.points()}));
        List<String> faults = BlueprintChecks.faults(quotas, wanted);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(file + ": " + String.join("; ", faults));
        }
        keep(subject, quotas);
    }

    @SuppressWarnings("unchecked")
    private static List<Quota> read(Path file) throws IOException {
        try (Reader in = Files.newBufferedReader(file)) {
            Map<String, List<Map<String, Object>>> content =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            List<Quota> quotas = new ArrayList<>();
            for (Map<String, Object> q : content.get("quotas")) {
                quotas.add(new Quota(
                        (String) q.get("type"),
                        (String) q.get("chapter"),
                        (int) q.get("difficulty"),
                        (int) q.get("items"),
                        (int) q.get("points")));
            }
            return quotas;
        } catch (ClassCastException | NullPointerException e) {
            throw new IllegalArgumentException(
                    file + ": each quota needs type, chapter (quoted), difficulty, items, points", e);
        }
    }

    private void keep(String code, List<Quota> quotas) {
        String digest = Digests.hex(code, quotas);
        Blueprint newest = blueprints.newestByCode(code).orElse(null);
        if (newest != null && newest.digest().equals(digest)) {
            return;
        }
        UUID id = Ids.next();
        int number = newest == null ? 1 : newest.number() + 1;
        sql.update(
                "INSERT INTO blueprint (id, code, number, subject, digest, created_at) VALUES (?, ?, ?, ?, ?, ?)",
                id,
                code,
                number,
                code,
                digest,
                clock.now());
        List<Object[]> rows = new ArrayList<>();
        quotas.forEach(q -> rows.add(new Object[] {id, q.type(), q.chapter(), q.difficulty(), q.items(), q.points()}));
        sql.batch(
                "INSERT INTO blueprint_quota (blueprint_id, type, chapter, difficulty, items, points) VALUES (?, ?, ?, ?, ?, ?)",
                rows);
        auditing.note("loaded", "blueprint", id, code + " revision " + number);
    }
}
