package org.chizheng.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Sql;

/**
 * Loads the bank's files. All are checked before anything is written; an item whose text changed becomes a new revision, one that is gone is retired. What authors wrote, or
 * anybody acted on here, is theirs from then on: the loader leaves it as it is.
 */
@ApplicationScoped
public class Loading {
    private static final String BORN_HERE =
            "SELECT i.code FROM item i WHERE i.code = ANY (?) AND i.subject = ? AND EXISTS (SELECT FROM item_event e WHERE e.item = i.code AND e.act = 'CREATE')";
    private static final Set<String> OTHERS = Set.of("schema", "practical");
    private final Sql sql;
    private final Shelving shelving;
    private final EnemyShelving enemies;
    private final Auditing auditing;

    public Loading(Sql sql, Shelving shelving, EnemyShelving enemies, Auditing auditing) {
        this.sql = sql;
        this.shelving = shelving;
        this.enemies = enemies;
        this.auditing = auditing;
    }

    /** What one load did. */
    public record LoadReport(int subjects, int items, int newRevisions, int retired, int returned) {}

    /** @throws BankFaults if any file is wrong; then nothing was written */
    @Transactional
    public LoadReport load(Path bank) {
        List<String> faults = new ArrayList<>();
        List<BankFolder> folders = folders(bank, faults);
        if (!faults.isEmpty()) {
            throw new BankFaults(faults);
        }
        int items = 0;
        int revisions = 0;
        int retired = 0;
        int returned = 0;
        for (BankFolder folder : folders) {
            String subject = shelving.subject(folder.subject);
            items += folder.items.size();
            revisions += shelving.items(subject, folder.items);
            retired += shelving.retireOthers(subject, folder.items);
            returned += shelving.takeBack(folder.items);
            enemies.note(folder.enemies);
        }
        if (revisions + retired + returned > 0) {
            auditing.note(
                    "loaded",
                    "bank",
                    "files",
                    revisions + " new revisions, " + retired + " retired, " + returned + " taken back");
        }
        return new LoadReport(folders.size(), items, revisions, retired, returned);
    }

    /** Every folder is a subject, but the schemas, the tasks of practicals and hidden ones. */
    private List<BankFolder> folders(Path bank, List<String> faults) {
        List<BankFolder> folders = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        try (Stream<Path> all = Files.list(bank)) {
            for (Path path : all.filter(Loading::isSubject).sorted().toList()) {
                int before = faults.size();
                BankFolder folder = new BankFolder(path, bank.resolve("schema"), codes, faults);
                folder.read();
                if (faults.size() == before) {
                    mustFitTheCatalogue(folder, faults);
                }
                folders.add(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folders;
    }

    private static boolean isSubject(Path path) {
        String name = String.valueOf(path.getFileName());
        return Files.isDirectory(path) && !OTHERS.contains(name) && !name.startsWith(".");
    }

    private void mustFitTheCatalogue(BankFolder folder, List<String> faults) {
        String qualification = folder.subject.get("qualification").asText();
        if (sql.first("SELECT 1 FROM qualification WHERE code = ?", row -> true, qualification)
                .isEmpty()) {
            faults.add(folder.subjectFile.at("/qualification") + "qualification " + qualification
                    + " is not in the catalogue");
        }
        String code = folder.subject.get("code").asText();
        String[] items = folder.items.stream().map(Draft::code).toArray(String[]::new);
        sql.list("SELECT code FROM item WHERE code = ANY (?) AND subject <> ?", row -> row.getString(1), items, code)
                .forEach(item -> faults.add(
                        folder.subjectFile.at("/prefix") + "id " + item + " belongs to another subject already"));
        sql.list(BORN_HERE, row -> row.getString(1), items, code)
                .forEach(item -> faults.add(folder.subjectFile.at("/prefix") + "id " + item
                        + " was given to an item that was written here"));
    }
}
