package org.chizheng.scoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.bank.Revision;
import org.chizheng.common.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Revisions of an item and the papers that hold them. */
@ApplicationScoped
class UsedRevisions {
    private static final TypeReference<List<Revision.Option>> OPTIONS = new TypeReference<>() {};
    private static final String OF_ITEM = """
            SELECT r.id, r.item, r.number, r.type, r.stem, r.options::text AS options, count(DISTINCT p.batch_id) AS pools, count(x.id) AS papers
            FROM item_revision r LEFT JOIN paper_batch_pool p ON p.revision_id = r.id
            LEFT JOIN paper x ON x.batch_id = p.batch_id AND p.ordinal = ANY (x.places)
            WHERE r.item = ? GROUP BY r.id ORDER BY r.number DESC""";
    private final Sql sql;
    private final ObjectMapper json;

    UsedRevisions(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    private record Found(
            UUID id,
            String item,
            int number,
            String type,
            String stem,
            List<Revision.Option> options,
            int pools,
            int papers) {
        Set<String> texts() {
            return options.stream().map(Revision.Option::text).collect(Collectors.toSet());
        }
    }

    /** @param number of the revision; 0 asks for the newest one that stands in papers */
    Optional<UsedRevision> find(String item, int number) {
        List<Found> all = sql.list(OF_ITEM, this::found, item);
        int wanted = number > 0
                ? number
                : all.stream()
                        .filter(one -> one.papers() > 0)
                        .mapToInt(Found::number)
                        .findFirst()
                        .orElse(all.isEmpty() ? 0 : all.get(0).number());
        return all.stream().filter(one -> one.number() == wanted).findFirst().map(one -> used(one, all));
    }

    private static UsedRevision used(Found one, List<Found> all) {
        Found newest = all.get(0);
        UsedRevision.Newer newer = newest.number() == one.number()
                ? null
                : new UsedRevision.Newer(
                        newest.number(),
                        newest.texts().equals(one.texts()),
                        newest.options().stream()
                                .filter(Revision.Option::right)
                                .map(Revision.Option::text)
                                .toList());
        List<UsedRevision.Use> uses = all.stream()
                .filter(any -> any.papers() > 0)
                .map(any -> new UsedRevision.Use(any.number(), any.papers()))
                .toList();
        return new UsedRevision(
                one.id(), one.item(), one.number(), one.type(), one.stem(), one.options(), one.pools(), uses, newer);
    }

    private Found found(ResultSet row) throws SQLException {
        try {
            return new Found(
                    row.getObject("id", UUID.class),
                    row.getString("item"),
                    row.getInt("number"),
                    row.getString("type"),
                    row.getString("stem"),
                    json.readValue(row.getString("options"), OPTIONS),
                    row.getInt("pools"),
                    row.getInt("papers"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
