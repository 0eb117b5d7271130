package org.chizheng.blueprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.bank.BankFaults;
import org.chizheng.bank.BankFile;
import org.chizheng.blueprint.rule.BlueprintChecks;
import org.chizheng.blueprint.rule.Quota;
import org.chizheng.common.Digests;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.TheoryPlan;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;

/** Loads each subject's blueprint.yaml; a changed one becomes a new revision. It must add up to the plan of the policy in force, and the bank must be able to fill it. */
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

    /** @throws BankFaults if any blueprint is wrong; then none is written */
    @Transactional
    public void load(Path bank) {
        List<String> faults = new ArrayList<>();
        Map<String, List<Quota>> wanted = new TreeMap<>();
        try (Stream<Path> folders = Files.list(bank)) {
            JsonSchema schema = BankFile.schema(bank.resolve("schema").resolve("blueprint.schema.json"));
            for (Path file : folders.map(f -> f.resolve("blueprint.yaml"))
                    .filter(Files::exists)
                    .sorted()
                    .toList()) {
                wanted.put(String.valueOf(file.getParent().getFileName()), read(file, schema, faults));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!faults.isEmpty()) {
            throw new BankFaults(faults);
        }
        wanted.forEach(this::keep);
    }

    private List<Quota> read(Path path, JsonSchema schema, List<String> faults) {
        int before = faults.size();
        BankFile file = BankFile.read(path, schema, faults);
        if (faults.size() > before) {
            return List.of();
        }
        List<Quota> quotas = new ArrayList<>();
        for (JsonNode q : file.content().get("quotas")) {
            quotas.add(new Quota(
                    q.get("type").asText(),
                    q.get("chapter").asText(),
                    q.get("difficulty").asInt(),
                    q.get("items").asInt(),
                    q.get("points").asInt(),
                    q.path("level").asText("").toUpperCase(Locale.ROOT)));
        }
        check(String.valueOf(path.getParent().getFileName()), quotas, file, faults);
        return quotas;
    }

    private void check(String subject, List<Quota> quotas, BankFile file, List<String> faults) {
        String qualification = sql.first(
                        "SELECT qualification FROM subject WHERE code = ?", row -> row.getString(1), subject)
                .orElse(null);
        if (qualification == null) {
            faults.add(file.at("") + "there is no subject " + subject);
            return;
        }
        BlueprintChecks.faults(quotas, plan(qualification)).forEach(fault -> faults.add(file.at("/quotas") + fault));
        BlueprintChecks.shortages(quotas, blueprints.available(subject, quotas))
                .forEach((index, fault) -> faults.add(file.at("/quotas/" + index) + fault));
    }

    private Map<String, int[]> plan(String qualification) {
        Map<String, int[]> plan = new HashMap<>();
        TheoryPlan.parse(policies.inForce(qualification, clock.today()).text(PolicyTerm.THEORY_PLAN))
                .parts()
                .forEach((type, part) -> plan.put(type, new int[] {part.items(), part.points()}));
        return plan;
    }

    /** As quotas were written before they could name a bank, so that an unchanged blueprint keeps its digest. */
    private static String line(Quota quota) {
        return "Quota[type=%s, chapter=%s, difficulty=%d, items=%d, points=%d%s]"
                .formatted(
                        quota.type(),
                        quota.chapter(),
                        quota.difficulty(),
                        quota.items(),
                        quota.points(),
                        quota.level().isEmpty() ? "" : ", level=" + quota.level());
    }

    private void keep(String code, List<Quota> quotas) {
        String digest =
                Digests.hex(code, quotas.stream().map(BlueprintLoading::line).toList());
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
        quotas.forEach(q ->
                rows.add(new Object[] {id, q.type(), q.chapter(), q.difficulty(), q.items(), q.points(), q.level()}));
        sql.batch(
                "INSERT INTO blueprint_quota (blueprint_id, type, chapter, difficulty, items, points, level) VALUES (?, ?, ?, ?, ?, ?, ?)",
                rows);
        auditing.note("loaded", "blueprint", id, code + " revision " + number);
    }
}
