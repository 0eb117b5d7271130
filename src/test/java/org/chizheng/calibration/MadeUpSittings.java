package org.chizheng.calibration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.BankFixture;
import org.chizheng.bank.Items;
import org.chizheng.bank.Loading;
import org.chizheng.bank.Revision;
import org.chizheng.blueprint.BlueprintLoading;
import org.chizheng.centre.Equipping;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.paper.PaperView;
import org.chizheng.session.Opening;
import org.chizheng.session.Scheduling;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Examinations that never were, for tests: papers are drawn by the legal steps, candidates are made up and answer by a Rasch model whose difficulties the tests know. Closed,
 * answered and scored sittings are written as the stages before leave them.
 */
@ApplicationScoped
public class MadeUpSittings {
    static final String QUALIFICATION = "principal-steelmaking";
    /** Its key is wrong: the better a candidate, the likelier to choose 甲. */
    static final String MISKEYED = "第01章第50题";
    /** Everybody knows it. */
    static final String EASY = "第01章第2题";

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final double BLANK = 0.01;
    private final Loading loading;
    private final BlueprintLoading blueprints;
    private final Equipping equipping;
    private final Scheduling scheduling;
    private final Opening opening;
    private final Items items;
    private final OfficialClock clock;
    private final Sql sql;
    private final ObjectMapper json;

    MadeUpSittings(
            Loading loading,
            BlueprintLoading blueprints,
            Equipping equipping,
            Scheduling scheduling,
            Opening opening,
            Items items,
            OfficialClock clock,
            Sql sql,
            ObjectMapper json) {
        this.loading = loading;
        this.blueprints = blueprints;
        this.equipping = equipping;
        this.scheduling = scheduling;
        this.opening = opening;
        this.items = items;
        this.clock = clock;
        this.sql = sql;
        this.json = json;
    }

    /** What a candidate answered to an item. */
    public record Given(String code, int chosen, boolean right) {}

    /** A closed and scored sitting. */
    public record Sat(UUID sitting, List<Given> answers) {}

    private record Paper(UUID id, PaperView view) {}

    /** A new subject with 201 items and a blueprint of 90; @return its code */
    public String subject() {
        int number = COUNTER.incrementAndGet();
        String code = "analysis-" + number;
        String prefix = "Z" + (char) ('A' + number / 26) + (char) ('A' + number % 26);
        try {
            Path bank = BankFixture.write(
                    Files.createTempDirectory(Path.of("target"), "bank"), code, prefix, QUALIFICATION);
            loading.load(bank);
            blueprints.load(bank);
            return code;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A session of the newest subject, its papers drawn. */
    public UUID session(int seats) {
        UUID session = planned(seats);
        opening.openCheckIn(session, "4 2 6");
        return session;
    }

    /** Its papers are committed, not drawn. */
    UUID planned(int seats) {
        UUID centre = equipping.centre("Z" + UUID.randomUUID(), "测试考点", "Test centre", "320102");
        return scheduling.schedule(equipping.room(centre, "1", seats), QUALIFICATION, clock.now());
    }

    /** Candidates of ability N(0, 1); papers are used more than once when there are more candidates. */
    @Transactional
    public List<Sat> sit(UUID session, String subject, int candidates, Random random) {
        Map<String, Revision> byStem =
                items.current(subject).stream().collect(Collectors.toMap(Revision::stem, r -> r));
        List<Paper> papers = papers(session);
        List<Sat> sat = new ArrayList<>();
        Rows rows = new Rows();
        for (int n = 0; n < candidates; n++) {
            Paper paper = papers.get(n % papers.size());
            UUID sitting = Ids.next();
            double ability = random.nextGaussian();
            List<Given> answers = new ArrayList<>();
            for (PaperView.ItemView item : paper.view().items()) {
                Revision revision = byStem.get(item.stem());
                int chosen = chosen(revision, ability, random);
                answers.add(new Given(revision.item(), chosen, chosen == key(revision)));
                rows.answer(sitting, item, revision, chosen, clock.now());
            }
            rows.sitting(sitting, session, paper.id(), clock.now());
            sat.add(new Sat(sitting, answers));
        }
        rows.write(sql);
        return sat;
    }

    private List<Paper> papers(UUID session) {
        return sql.list(
                "SELECT p.id, p.body FROM paper p JOIN exam_session e ON e.batch_id = p.batch_id WHERE e.id = ? ORDER BY p.ordinal",
                row -> {
                    try {
                        return new Paper(
                                row.getObject(1, UUID.class), json.readValue(row.getString(2), PaperView.class));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                session);
    }

    /** In standard deviations of ability, −1.5 to 1.5, by the item's place in its chapter. */
    static double difficulty(String stem) {
        int place = Integer.parseInt(stem.replaceAll(".*第(\\d+)题.*", "$1"));
        return stem.equals(EASY) ? -6 : place * 37 % 101 / 101.0 * 3 - 1.5;
    }

    static int key(Revision revision) {
        int key = 0;
        for (int option = 0; option < revision.options().size(); option++) {
            key |= revision.options().get(option).right() ? 1 << option : 0;
        }
        return key;
    }

    private static int chosen(Revision revision, double ability, Random random) {
        int options = revision.options().size();
        int key = key(revision);
        if (random.nextDouble() < BLANK) {
            return 0;
        }
        if (revision.stem().equals(MISKEYED)) {
            boolean knows = random.nextDouble() < 1 / (1 + Math.exp(-1.5 * ability));
            return knows ? 1 << 1 : 1 << (random.nextInt(3) == 0 ? 0 : 2 + random.nextInt(2));
        }
        if (random.nextDouble() < 1 / (1 + Math.exp(difficulty(revision.stem()) - ability))) {
            return key;
        }
        int wrong = key;
        while (wrong == key) {
            wrong = revision.type().equals("MULTIPLE")
                    ? 1 + random.nextInt((1 << options) - 1)
                    : 1 << random.nextInt(options);
        }
        return wrong;
    }

    /** What is written for closed sittings; candidates are persons who do not exist. */
    private static final class Rows {
        private final List<Object[]> persons = new ArrayList<>();
        private final List<Object[]> enrolments = new ArrayList<>();
        private final List<Object[]> sittings = new ArrayList<>();
        private final List<Object[]> events = new ArrayList<>();
        private final List<Object[]> results = new ArrayList<>();
        private final Map<UUID, Integer> positions = new HashMap<>();

        void answer(UUID sitting, PaperView.ItemView item, Revision revision, int chosen, Instant now) {
            Set<String> texts = new HashSet<>();
            for (int option = 0; option < revision.options().size(); option++) {
                if ((chosen >> option & 1) == 1) {
                    texts.add(revision.options().get(option).text());
                }
            }
            String answer = item.options().stream()
                    .filter(option -> texts.contains(option.text()))
                    .map(PaperView.OptionView::id)
                    .collect(Collectors.joining(","));
            int position = positions.merge(sitting, 1, Integer::sum);
            events.add(new Object[] {sitting, position, position, item.no(), answer, now, new byte[32]});
        }

        void sitting(UUID sitting, UUID session, UUID paper, Instant now) {
            UUID person = Ids.next();
            UUID enrolment = Ids.next();
            byte[] index = person.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            persons.add(new Object[] {person, index, index, LocalDate.of(1990, 1, 1), now});
            enrolments.add(new Object[] {enrolment, person, enrolment.toString(), now, session});
            sittings.add(new Object[] {sitting, enrolment, session, person, paper, now, now, new byte[32], now});
            results.add(new Object[] {Ids.next(), sitting, person, now, session});
        }

        void write(Sql sql) {
            sql.batch(
                    "INSERT INTO person (id, id_type, id_number_index, id_number_sealed, name, sex, birth_date, created_at)"
                            + " VALUES (?, 'TEST', ?, ?, '虚构考生', 'MALE', ?, ?)",
                    persons);
            sql.batch(
                    "INSERT INTO enrolment (id, session_id, person_id, policy, ticket, enrolled_at)"
                            + " SELECT ?, e.id, ?, e.policy, ?, ? FROM exam_session e WHERE e.id = ?",
                    enrolments);
            sql.batch(
                    "INSERT INTO sitting (id, enrolment_id, session_id, person_id, paper_id, state, started_at, deadline, chain_head, closed_at, closed_by)"
                            + " VALUES (?, ?, ?, ?, ?, 'CLOSED', ?, ?, ?, ?, 'CANDIDATE')",
                    sittings);
            sql.batch(
                    "INSERT INTO response_event (sitting_id, position, kind, sequence, item, answer, received_at, counted, hash)"
                            + " VALUES (?, ?, 'ANSWERED', ?, ?, ?, ?, true, ?)",
                    events);
            sql.batch(
                    "INSERT INTO result (id, sitting_id, session_id, person_id, qualification, policy, raw, cut, passed, chapters, scored_at)"
                            + " SELECT ?, ?, e.id, ?, e.qualification, e.policy, 0, 80, false, '[]', ? FROM exam_session e WHERE e.id = ?",
                    results);
        }
    }
}
