package org.chizheng.application;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

import org.chizheng.application.rule.Education;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Messages;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.exchange.sheet.CsvWriter;
import org.chizheng.people.Person;
import org.chizheng.people.Persons;
import org.chizheng.people.rule.IdType;
import org.chizheng.regulation.Qualifications;
import org.chizheng.workforce.Enterprises;

/** Fills in an enterprise's sheet for people of its own whom it names, as if it had written it. The sheet is then looked at, mended and sent like any other. */
@ApplicationScoped
public class Drafting {
    private static final List<String> COLUMNS =
            List.of("name", "id_type", "id_number", "qualification", "education", "occupation", "health");
    private static final String LAST = """
            SELECT DISTINCT ON (person_id) person_id, education FROM application WHERE person_id = ANY (?) ORDER BY person_id, applied_at DESC""";
    private final EnterpriseApplying applying;
    private final Enterprises enterprises;
    private final Persons persons;
    private final Qualifications qualifications;
    private final OfficialClock clock;
    private final Sealer sealer;
    private final Sql sql;

    public Drafting(
            EnterpriseApplying applying,
            Enterprises enterprises,
            Persons persons,
            Qualifications qualifications,
            OfficialClock clock,
            Sealer sealer,
            Sql sql) {
        this.applying = applying;
        this.enterprises = enterprises;
        this.persons = persons;
        this.qualifications = qualifications;
        this.clock = clock;
        this.sealer = sealer;
        this.sql = sql;
    }

    /** Who shall be examined in what; post is their occupation. */
    public record Wanted(UUID person, String qualification, String post) {}

    /**
     * What is said of all of them.
     *
     * @param region the authority that is asked
     * @param education name of an {@link Education}: of those whose last application does not say it
     * @param healthy whether each of them declared that no illness stands in the way
     */
    public record Said(String region, String education, boolean healthy) {}

    /** People of one sheet. */
    public static int most() {
        return EnterpriseTable.MOST_ROWS;
    }

    /**
     * @return the sheet, at {@code /enterprise/applications/sheets/}
     * @throws Refused FIELD_MISSING for nobody, FIELD_INVALID for too many or an education that is none, NOT_ON_POST for somebody who does not stand at a post of the enterprise today
     */
    @Transactional
    public UUID draft(UUID enterprise, List<Wanted> wanted, Said said, String by) {
        if (wanted.isEmpty()) {
            throw new Refused(CommonRefusal.FIELD_MISSING, "people");
        }
        if (wanted.size() > most()) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "people", wanted.size());
        }
        if (Stream.of(Education.values()).noneMatch(e -> e.name().equals(said.education()))) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "education", "");
        }
        Map<UUID, String> last = new HashMap<>();
        UUID[] people = wanted.stream().map(Wanted::person).distinct().toArray(UUID[]::new);
        sql.list(LAST, row -> last.put(row.getObject(1, UUID.class), row.getString(2)), (Object) people);
        List<List<String>> rows = new ArrayList<>();
        rows.add(COLUMNS.stream()
                .map(column -> Messages.get("zh", "application_sheet_" + column))
                .toList());
        for (Wanted one : wanted) {
            if (!enterprises.employs(List.of(enterprise), one.person(), clock.today())) {
                throw new Refused(ApplicationRefusal.NOT_ON_POST);
            }
            rows.add(row(one, last.getOrDefault(one.person(), said.education()), said.healthy()));
        }
        return keep(enterprise, said.region(), rows, by);
    }

    private List<String> row(Wanted one, String education, boolean healthy) {
        Person person = persons.findById(one.person());
        return List.of(
                person.name(),
                Messages.get("zh", "people_id_type_" + person.idType().orElse(IdType.CITIZEN_ID)),
                person.idNumber(sealer),
                qualifications.get(one.qualification()).zh(),
                Messages.get("zh", "application_education_" + education),
                one.post(),
                healthy ? Messages.get("zh", "application_sheet_healthy") : "");
    }

    private UUID keep(UUID enterprise, String region, List<List<String>> rows, String by) {
        try {
            Path file = Files.createTempFile("draft", ".csv");
            try {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                CsvWriter.table(rows, out);
                Files.write(file, out.toByteArray());
                return applying.keep(
                        enterprise, region, Messages.get("zh", "application_draft_name") + ".csv", file, by);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableFile e) {
            // It was written here.
            throw new IllegalStateException(e);
        }
    }
}
