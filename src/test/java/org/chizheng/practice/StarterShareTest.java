package org.chizheng.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.chizheng.PostgresResource;
import org.chizheng.bank.Items;
import org.chizheng.bank.Loading;
import org.chizheng.bank.Revision;
import org.chizheng.bank.SubjectView;
import org.chizheng.bank.Subjects;
import org.chizheng.blueprint.Blueprint;
import org.chizheng.blueprint.BlueprintLoading;
import org.chizheng.blueprint.Blueprints;
import org.chizheng.blueprint.rule.Quota;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The share of the published bank that is for practice: examinations never use it, and lose by it less than they can spare. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StarterShareTest {
    @Inject
    Loading loading;

    @Inject
    BlueprintLoading blueprintLoading;

    @Inject
    Blueprints blueprints;

    @Inject
    Items items;

    @Inject
    Subjects subjects;

    @Inject
    Mocks mocks;

    @BeforeEach
    void load() {
        loading.load(Path.of("question-bank"));
        blueprintLoading.load(Path.of("question-bank"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hazchem-production-principal",
                "hazchem-production-manager",
                "hazchem-trading-principal",
                "low-voltage-electrical",
                "fusion-welding",
                "height-installation"
            })
    void examinationsKeepTwiceEachQuotaAndEveryChapterHasSomethingToPractise(String code) {
        SubjectView subject = subjects.find(code).orElseThrow();
        Blueprint blueprint = blueprints.newestFor(subject.qualification()).orElseThrow();
        List<Revision> share = items.forPractice(code);
        List<Revision> exam = items.current(code);
        assertThat(codes(share)).doesNotContainAnyElementsOf(codes(exam));
        assertThat((double) share.size() / (share.size() + exam.size())).isBetween(0.09, 0.25);
        Map<Quota.Cell, Integer> left = new HashMap<>();
        exam.forEach(r -> left.merge(new Quota.Cell(r.type(), r.chapter(), r.difficulty()), 1, Integer::sum));
        assertThat(blueprint.quotas())
                .allSatisfy(quota -> assertThat(left.getOrDefault(quota.cell(), 0))
                        .as("%s", quota.cell())
                        .isGreaterThanOrEqualTo(2 * quota.items()));
        Set<String> types = blueprint.quotas().stream().map(Quota::type).collect(Collectors.toSet());
        for (SubjectView.Chapter chapter : subject.chapters()) {
            assertThat(share.stream()
                            .filter(r -> r.chapter().equals(chapter.code()))
                            .map(Revision::type))
                    .as(chapter.code())
                    .containsAll(types);
        }
        Mocks.Draft paper = mocks.draw(subject, Map.of(), new byte[16]);
        assertThat(share.stream().map(Revision::id).toList()).containsAll(paper.revisions());
        assertThat(paper.revisions()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(10);
        assertThat(subjects.all()).contains(subject);
    }

    @Test
    void theNextMockPaperBringsWhatThePersonHasNotMetWhereTheShareHasMore() {
        SubjectView subject = subjects.find("fusion-welding").orElseThrow();
        Map<UUID, Revision> share = items.forPractice(subject.code()).stream()
                .collect(Collectors.toMap(Revision::id, revision -> revision));
        List<UUID> first = mocks.draw(subject, Map.of(), new byte[16]).revisions();
        Map<String, Instant> met =
                first.stream().collect(Collectors.toMap(id -> share.get(id).item(), id -> Instant.EPOCH));
        List<UUID> again = mocks.draw(subject, met, new byte[] {1}).revisions();
        Map<Quota.Cell, Integer> unmet = new HashMap<>();
        share.values().stream()
                .filter(revision -> !met.containsKey(revision.item()))
                .forEach(revision -> unmet.merge(cell(revision), 1, Integer::sum));
        Map<Quota.Cell, Integer> wanted = new HashMap<>();
        first.forEach(id -> wanted.merge(cell(share.get(id)), 1, Integer::sum));
        int fresh = wanted.keySet().stream()
                .mapToInt(cell -> Math.min(wanted.get(cell), unmet.getOrDefault(cell, 0)))
                .sum();
        assertThat(fresh).as("the share has a choice").isPositive();
        assertThat(again).hasSameSizeAs(first);
        assertThat(again.stream().filter(id -> !first.contains(id))).hasSize(fresh);
    }

    private static Quota.Cell cell(Revision revision) {
        return new Quota.Cell(revision.type(), revision.chapter(), revision.difficulty());
    }

    private static List<String> codes(List<Revision> revisions) {
        return revisions.stream().map(Revision::item).toList();
    }
}
