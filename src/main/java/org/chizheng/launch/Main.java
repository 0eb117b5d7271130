package org.chizheng.launch;

import java.nio.file.Path;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Entry of the packaged jar. Exit code 1 and a message on standard error when something needed is missing. */
@QuarkusMain
public final class Main {
    private static final String DEMO = "demo";

    private Main() {}

    @SuppressWarnings("SystemOut")
    public static void main(String... args) {
        try {
            prepare(Path.of(setting("CHIZHENG_DATA_DIR", "data")), DEMO.equals(profile()));
        } catch (CannotStart reason) {
            System.err.println(reason.getMessage());
            System.exit(1);
        }
        Quarkus.run(args);
    }

    /** Whatever else is set, the demo's accounts exist in the demo profile only. */
    private static void prepare(Path data, boolean demo) {
        System.setProperty("quarkus.profile", profile());
        System.setProperty("chizheng.demo", Boolean.toString(demo));
        boolean own = setting("QUARKUS_DATASOURCE_JDBC_URL", "").isEmpty();
        if (!demo) {
            Secrets.require();
        }
        if (own) {
            DataFolder.take(data);
        }
        FreePort.require();
        if (demo) {
            Secrets.lend(data);
        }
        if (own) {
            LocalPostgres.start(data);
        } else {
            ServiceRole.prepareExternal();
        }
    }

    /** As Quarkus finds it: a system property goes before the environment. */
    private static String profile() {
        return System.getProperty("quarkus.profile", setting("QUARKUS_PROFILE", "prod"));
    }

    static String setting(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
