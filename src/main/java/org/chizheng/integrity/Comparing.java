package org.chizheng.integrity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.calibration.SessionSheets;
import org.chizheng.integrity.rule.AnswerTimes;
import org.chizheng.integrity.rule.AnsweredItem;
import org.chizheng.integrity.rule.FastAnswers;
import org.chizheng.integrity.rule.Similarity;
import org.chizheng.sitting.Sittings;

/** Holds every pair of a session's candidates, and the times of each, against chance. Pairs within one room only, so that the work is bounded by its seats. */
@ApplicationScoped
class Comparing {
    /** What chance brings to every session is not worth a row. */
    private static final double MOST_ALARMS = 1;

    private static final int MOST = 50;
    private final SessionSheets sheets;
    private final Sittings sittings;
    private final SessionLogs logs;
    private final SessionSeats seats;
    private final IntegrityConfig config;

    Comparing(SessionSheets sheets, Sittings sittings, SessionLogs logs, SessionSeats seats, IntegrityConfig config) {
        this.sheets = sheets;
        this.sittings = sittings;
        this.logs = logs;
        this.seats = seats;
        this.config = config;
    }

    /** What was looked at, and what was striking; neighbours: pairs of those who sat beside, behind or diagonally to each other. */
    record Looked(int sittings, int pairs, int neighbours, int timed, List<Found> found) {}

    Looked at(UUID session) {
        SessionSheets.Papers papers = sheets.of(session);
        Map<Integer, AnsweredItem> items = new HashMap<>();
        papers.items().forEach((number, item) -> items.put(number, new AnsweredItem(item.key(), item.times())));
        List<UUID> order = papers.sittings().stream().sorted().toList();
        int pairs = order.size() * (order.size() - 1) / 2;
        SessionSeats.Plan plan = seats.of(session);
        int neighbours = plan.neighbours(order);
        List<Found> found = new ArrayList<>(striking(pairs(papers, order, items, plan, neighbours)));
        List<Found> fast = fast(session, papers, order);
        found.addAll(striking(fast));
        return new Looked(order.size(), pairs, neighbours, fast.size(), found);
    }

    private static List<Found> striking(List<Found> all) {
        return all.stream()
                .filter(one -> one.observed() > 0 && one.urgency() <= MOST_ALARMS)
                .sorted(Comparator.comparingDouble(Found::urgency))
                .limit(MOST)
                .toList();
    }

    private List<Found> pairs(
            SessionSheets.Papers papers,
            List<UUID> order,
            Map<Integer, AnsweredItem> items,
            SessionSeats.Plan plan,
            int neighbours) {
        int tests = order.size() * (order.size() - 1) / 2;
        Map<UUID, Map<Integer, String>> answers = sittings.answers(order);
        Map<UUID, Similarity.Sheet> read = new HashMap<>();
        for (UUID sitting : order) {
            Map<Integer, Integer> chosen = new HashMap<>();
            papers.sheet(sitting, answers.getOrDefault(sitting, Map.of()))
                    .forEach(given -> chosen.put(given.item(), given.chosen()));
            if (!chosen.isEmpty()) {
                read.put(sitting, Similarity.Sheet.of(chosen, items::get));
            }
        }
        List<Found> found = new ArrayList<>();
        for (int one = 0; one < order.size(); one++) {
            for (int other = one + 1; other < order.size(); other++) {
                Similarity.Sheet first = read.get(order.get(one));
                Similarity.Sheet second = read.get(order.get(other));
                if (first != null && second != null) {
                    Similarity.Agreement agreement = Similarity.of(first, second, items::get);
                    found.add(new Found(
                            "PAIR",
                            order.get(one),
                            order.get(other),
                            agreement.observed(),
                            agreement.probability(),
                            tests,
                            agreement.chances(),
                            neighbours,
                            plan.between(order.get(one), order.get(other)).orElse(null),
                            plan.moved(order.get(one), order.get(other))));
                }
            }
        }
        return found;
    }

    private List<Found> fast(UUID session, SessionSheets.Papers papers, List<UUID> order) {
        Map<UUID, SessionLogs.Log> told = logs.of(session);
        List<Found> found = new ArrayList<>();
        for (UUID sitting : order) {
            SessionLogs.Log log = told.get(sitting);
            if (log != null) {
                FastAnswers.Found fast = FastAnswers.of(timed(papers, sitting, log), config.fastSeconds());
                found.add(new Found(
                        "FAST",
                        sitting,
                        null,
                        fast.right(),
                        fast.probability(),
                        order.size(),
                        fast.chances(),
                        0,
                        null,
                        false));
            }
        }
        return found;
    }

    private static List<FastAnswers.Answer> timed(SessionSheets.Papers papers, UUID sitting, SessionLogs.Log log) {
        Map<Integer, Double> seconds = AnswerTimes.of(log.acts());
        return papers.sheet(sitting, log.firsts()).stream()
                .filter(given -> seconds.containsKey(given.no()))
                .map(given -> {
                    SessionSheets.Item item = papers.items().get(given.item());
                    return new FastAnswers.Answer(
                            seconds.get(given.no()),
                            given.chosen() == item.key(),
                            FastAnswers.guess(item.type(), item.options()));
                })
                .toList();
    }
}
