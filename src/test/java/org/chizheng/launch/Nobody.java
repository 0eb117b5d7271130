package org.chizheng.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tests that root runs start the service as nobody where they can: it needs no rights. */
final class Nobody {
    private static final List<String> PREFIX =
            List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--inh-caps=-all");

    private Nobody() {}

    /** Gives the folder away. @return empty where the caller is not root, or nobody could not read the jar */
    static List<String> prefix(Path folder) throws IOException, InterruptedException {
        Path jar = Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
        if (!"root".equals(System.getProperty("user.name")) || !succeeds("test", "-r", jar.toString())) {
            return List.of();
        }
        Files.setOwner(
                folder, folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        return PREFIX;
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        List<String> whole = new ArrayList<>(PREFIX);
        whole.addAll(List.of(command));
        try {
            return new ProcessBuilder(whole)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
