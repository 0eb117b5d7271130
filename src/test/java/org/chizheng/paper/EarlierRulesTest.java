package org.chizheng.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;

import org.chizheng.PostgresResource;
import org.chizheng.StarterBank;
import org.chizheng.bank.Items;
import org.chizheng.bank.Revision;
import org.chizheng.blueprint.Blueprint;
import org.chizheng.blueprint.Blueprints;
import org.chizheng.common.Digests;
import org.chizheng.common.Ids;
import org.chizheng.common.Sealer;
import org.chizheng.paper.ProvableDraw.Form;
import org.chizheng.paper.rule.DrawRules;
import org.chizheng.paper.rule.ParallelForms.EnemiesMeet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A session that was planned before an update is drawn after it by the rules that it has committed to. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class EarlierRulesTest {
    private static final int PAPERS = 5;
    private static final byte[] SECRET = Digests.of("secret of a session planned before");

    @Inject
    StarterBank bank;

    @Inject
    Blueprints blueprints;

    @Inject
    Items items;

    @Inject
    CommittedBatches batches;

    @Inject
    PaperBatching papers;

    @Inject
    Draws draws;

    @Inject
    AgroalDataSource source;

    @Inject
    Sealer sealer;

    @Inject
    ObjectMapper json;

    @Inject
    UserTransaction transaction;

    @ParameterizedTest
    @EnumSource
    void aBatchIsDrawnAndProvenByTheRulesItHasCommittedTo(DrawRules rules) throws Exception {
        bank.load();
        Blueprint blueprint =
                blueprints.newestFor("operator-low-voltage-electrical").orElseThrow();
        List<Revision> revisions = items.current(blueprint.subject());
        DrawPool pool = new DrawPool(blueprint, revisions);
        DrawPool.Weighed weighed = pool.at(80, Map.of(), SECRET);
        Committed committed = new Committed(rules, SECRET, pool.wants(), weighed.cards(), List.of());
        boolean beforeSlopes = rules == DrawRules.PARALLEL_1;
        List<Integer> slopes = beforeSlopes ? Collections.nCopies(revisions.size(), null) : weighed.slopes();
        UUID batch = Ids.next();
        transaction.begin();
        batches.enter(batch, blueprint.id(), 80, SECRET, committed, revisions, slopes);
        transaction.commit();
        papers.draw(batch, "3 1 6", PAPERS, "试卷");

        DrawRecord record = draws.of(batch).orElseThrow().record();
        assertThat(record.rules()).isEqualTo(rules.code());
        assertThat(record.forms()).isEqualTo(digests(committed));
        assertThat(proven(batch)).isEqualTo(new DrawProof.Finding(revisions.size(), PAPERS, List.of()));
        assertThat(information(batch))
                .hasSize(PAPERS)
                .allSatisfy(stored -> assertThat(stored).isPositive());
    }

    private static List<String> digests(Committed committed) throws EnemiesMeet {
        return committed.forms("3 1 6", PAPERS).stream().map(Form::digest).toList();
    }

    private DrawProof.Finding proven(UUID batch) throws SQLException, IOException {
        try (Connection connection = source.getConnection()) {
            return new DrawProof(connection, sealer, json).prove(batch);
        }
    }

    private List<Long> information(UUID batch) throws SQLException {
        try (Connection connection = source.getConnection();
                var query = connection.prepareStatement("SELECT information FROM paper WHERE batch_id = ?")) {
            query.setObject(1, batch);
            List<Long> found = new ArrayList<>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
            return found;
        }
    }
}
