package org.chizheng.launch;

import java.io.IOException;
import java.nio.file.Path;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Entry of the packaged jar. Exit code 1 and a message on standard error when something needed is missing. */
@QuarkusMain
public final class Main {
    private Main() {}

    @SuppressWarnings("SystemOut")
    public static void main(String... args) throws IOException {
        Path data = Path.of(setting("CHIZHENG_DATA_DIR", "data"));
        boolean demo = "demo".equals(setting("QUARKUS_PROFILE", System.getProperty("quarkus.profile", "prod")));
        try {
            Secrets.require(data, demo);
            if (setting("QUARKUS_DATASOURCE_JDBC_URL", "").isEmpty()) {
                LocalPostgres.start(data);
            } else {
                ServiceRole.prepareExternal();
            }
        } catch (CannotStart reason) {
            System.err.println(reason.getMessage());
            System.exit(1);
        }
        Quarkus.run(args);
    }

    static String setting(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
