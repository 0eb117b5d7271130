package org.chizheng.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Mocks.Draft paper = mocks.draw(subject, new byte[16]);
        assertThat(share.stream().map(Revision::id).toList()).containsAll(paper.revisions());
        assertThat(paper.revisions()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(10);
    }

    private static List<String> codes(List<Revision> revisions) {
        return revisions.stream().map(Revision::item).toList();
    }
}
