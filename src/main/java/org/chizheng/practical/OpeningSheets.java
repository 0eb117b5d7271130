package org.chizheng.practical;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.booking.Guarding;
import org.chizheng.booking.rule.ConflictGuard;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Gives an assessor a sheet for a candidate, or the assessor's own once more: on another tablet, or after a reload. The page that opened it before may write no longer. */
@ApplicationScoped
public class OpeningSheets {
    private static final int FIRST_TWO = 2;
    private static final int THIRD = 3;
    private final Practicals practicals;
    private final Sheets sheets;
    private final Library library;
    private final Stands stands;
    private final Guarding guarding;
    private final Assessors assessors;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public OpeningSheets(
            Practicals practicals,
            Sheets sheets,
            Library library,
            Stands stands,
            Guarding guarding,
            Assessors assessors,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.practicals = practicals;
        this.sheets = sheets;
        this.library = library;
        this.stands = stands;
        this.guarding = guarding;
        this.assessors = assessors;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /**
     * @param person whom the account stands for, or null
     * @throws Refused WRONG_STATE before check-in, PLACES_TAKEN by others, SHEET_RELEASED when the own place was released, SAME_PERSON under another account, OWN_PRACTICAL, LINKED by training or enterprise, or as {@link Assessors} refuses who is not qualified or is elsewhere
     */
    @Transactional
    public OpenedView open(UUID candidate, String assessor, UUID person) {
        CandidateView one = practicals.locked(candidate);
        SheetView mine = sheets.of(candidate, assessor).orElse(null);
        if (mine == null) {
            take(one, assessor, person);
        } else if (!mine.signed()) {
            sql.update("UPDATE practical_sheet SET epoch = epoch + 1 WHERE id = ?", mine.id());
        }
        return opened(one, sheets.of(candidate, assessor).orElseThrow());
    }

    private void take(CandidateView one, String assessor, UUID person) {
        PracticalView day = practicals.get(one.sessionId());
        if (person != null) {
            mustNotBeLinked(one, person, OfficialClock.dateOf(day.startsAt()));
        }
        if (sheets.wasReleased(one.id(), assessor, person)) {
            throw new Refused(PracticalRefusal.SHEET_RELEASED);
        }
        List<SheetView> others = sheets.ofCandidate(one.id());
        if (person != null && others.stream().anyMatch(other -> person.equals(other.personId()))) {
            throw new Refused(PracticalRefusal.SAME_PERSON);
        }
        int place = place(one, others);
        assessors.mustBeQualified(day, person);
        assessors.mustBeFree(person, one.stationId());
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO practical_sheet (id, candidate_id, place, assessor, person_id, epoch, opened_at) VALUES (?, ?, ?, ?, ?, 1, ?)",
                id,
                one.id(),
                place,
                assessor,
                person,
                clock.now());
        auditing.note("opened sheet", "practical-candidate", one.id(), "assessor " + place);
    }

    /** Nobody marks the own practical, nor that of somebody whom they taught or who works where they do. */
    private void mustNotBeLinked(CandidateView one, UUID person, LocalDate day) {
        guarding.link(person, one.personId(), day).ifPresent(link -> {
            throw new Refused(
                    link == ConflictGuard.Kind.SELF ? PracticalRefusal.OWN_PRACTICAL : PracticalRefusal.LINKED);
        });
    }

    /** The lowest that is free; one may have been given back or released. */
    private static int place(CandidateView one, List<SheetView> others) {
        boolean marking = one.state().equals("AT_STATION") || one.state().equals("RUNNING");
        boolean disputed = one.state().equals("DISPUTED");
        if (!marking && !disputed) {
            throw new Refused(PracticalRefusal.WRONG_STATE);
        }
        return IntStream.rangeClosed(1, disputed ? THIRD : FIRST_TWO)
                .filter(place -> others.stream().noneMatch(other -> other.place() == place))
                .findFirst()
                .orElseThrow(() -> new Refused(PracticalRefusal.PLACES_TAKEN));
    }

    private OpenedView opened(CandidateView one, SheetView mine) {
        NumberedTasks tasks = NumberedTasks.of(library.drawn(one.id()));
        Map<UUID, String> answers = sheets.answers(mine.id());
        Map<Integer, String> numbered = tasks.steps().stream()
                .filter(step -> answers.containsKey(step.step().id()))
                .collect(Collectors.toMap(
                        NumberedTasks.Step::no, step -> answers.get(step.step().id())));
        return new OpenedView(
                mine.place(),
                mine.epoch(),
                sheets.nextSequence(mine.id()),
                mine.signed(),
                numbered,
                OpenedView.tasks(tasks),
                sheets.photos(one.id()).stream()
                        .filter(photo -> photo.sheet().equals(mine.id()))
                        .map(Sheets.Photo::id)
                        .toList(),
                stands.of(one, mine.assessor()));
    }
}
