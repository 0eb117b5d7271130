package org.chizheng.practical;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chizheng.common.ListBook;
import org.chizheng.common.Ui;

/** The candidates of a day as an Excel file, as its page shows them. */
final class CandidateList {
    private static final List<String> HEADS =
            List.of("slot", "name", "state", "station", "signed", "points", "result", "veto", "release");
    private final Ui ui;

    CandidateList(Ui ui) {
        this.ui = ui;
    }

    byte[] of(List<CandidateView> candidates, List<PracticalResultView> results) {
        Map<UUID, PracticalResultView> byCandidate =
                results.stream().collect(Collectors.toMap(PracticalResultView::candidateId, Function.identity()));
        return ListBook.of(
                ui.text("common_menu_", "practicals"),
                HEADS.stream().map(head -> ui.text("practical_head_", head)).toList(),
                candidates.stream()
                        .map(one -> cells(one, byCandidate.get(one.id())))
                        .toList());
    }

    private List<String> cells(CandidateView one, PracticalResultView result) {
        Stream<String> known = Stream.of(
                ui.time(one.slotAt()),
                one.name(),
                one.ended() == null
                        ? ui.text("practical_state_", one.state())
                        : ui.text("practical_ended_", one.ended()),
                one.station() == null ? "" : one.station(),
                String.valueOf(one.signed()));
        Stream<String> decided = result == null
                ? Stream.of("", "", "", "")
                : Stream.of(
                        result.points().toPlainString(),
                        ui.text("practical_", result.passed() ? "passed" : "failed"),
                        result.vetoed() ? ui.text("practical_", "veto") : "",
                        ui.text("practical_", result.provisional() ? "provisional" : "released"));
        return Stream.concat(known, decided).toList();
    }
}
