package org.chizheng;

import java.nio.file.Path;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.bank.Loading;
import org.chizheng.blueprint.BlueprintLoading;
import org.chizheng.common.Sql;
import org.chizheng.demo.DemoAuthority;

/** The bank of this repository with its blueprints, as the demo has them. Tests leave other items in its subjects; only then are the files read again, which takes longer than many a test. */
@ApplicationScoped
public class StarterBank {
    public static final Path FOLDER = Path.of("question-bank");
    /** All that a load looks at or writes: each item's state and newest revision, and the blueprints. */
    private static final String STATE = """
            SELECT concat_ws(' ', i.code, i.subject, i.retired, i.keeper, (SELECT max(r.number) FROM item_revision r WHERE r.item = i.code)) AS line FROM item i
            UNION ALL SELECT concat_ws(' ', code, number, digest) FROM blueprint ORDER BY line""";

    private final Loading loading;
    private final BlueprintLoading blueprints;
    private final DemoAuthority demo;
    private final Sql sql;
    private List<String> loaded;

    StarterBank(Loading loading, BlueprintLoading blueprints, DemoAuthority demo, Sql sql) {
        this.loading = loading;
        this.blueprints = blueprints;
        this.demo = demo;
        this.sql = sql;
    }

    public void load() {
        if (!state().equals(loaded)) {
            loading.load(FOLDER);
            blueprints.load(FOLDER);
            loaded = state();
        }
    }

    /** With the demo authority. */
    public void ensure() {
        load();
        demo.ensure();
    }

    private List<String> state() {
        return sql.list(STATE, row -> row.getString(1));
    }
}
