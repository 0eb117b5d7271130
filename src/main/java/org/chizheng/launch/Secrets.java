package org.chizheng.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/** The four keys of an installation. The demo makes its own once and keeps them beside its data; anything else must be given them. */
final class Secrets {
    private static final List<String> SYMMETRIC =
            List.of("CHIZHENG_DATA_KEY", "CHIZHENG_INDEX_KEY", "CHIZHENG_SESSION_KEY");
    private static final String SEAL = "CHIZHENG_SEAL_KEY";
    private static final String HOW = """
            Chizheng cannot start: these settings are missing:
            %s
            Set them in the environment and keep them safe: what was sealed with a lost key cannot be opened again.
              CHIZHENG_DATA_KEY, CHIZHENG_INDEX_KEY, CHIZHENG_SESSION_KEY:  openssl rand -base64 32   (three different values)
              CHIZHENG_SEAL_KEY:  openssl genpkey -algorithm ed25519 -outform DER | base64 -w0
              CHIZHENG_PUBLIC_URL:  the address under which the public reaches this service, such as https://exam.example.org
            To try the service without any of this: bin/serve starts the demo profile.""";

    private Secrets() {}

    static void require(Path data, boolean demo) throws IOException {
        List<String> missing = new ArrayList<>();
        for (String name : names(demo)) {
            if (Main.setting(name, "").isEmpty()) {
                missing.add(name);
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        if (!demo) {
            throw new CannotStart(HOW.formatted("  " + String.join("\n  ", missing)));
        }
        Properties kept = kept(data.resolve("demo-secrets.properties"));
        for (String name : missing) {
            System.setProperty(propertyOf(name), kept.getProperty(name));
        }
    }

    private static List<String> names(boolean demo) {
        List<String> names = new ArrayList<>(SYMMETRIC);
        names.add(SEAL);
        if (!demo) {
            names.add("CHIZHENG_PUBLIC_URL");
        }
        return names;
    }

    private static String propertyOf(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
    }

    private static Properties kept(Path file) throws IOException {
        Properties kept = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file, UTF_8)) {
                kept.load(in);
            }
            return kept;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        SYMMETRIC.forEach(name -> kept.setProperty(name, random()));
        kept.setProperty(SEAL, sealKey());
        try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
            kept.store(out, "Keys of this demo only");
        }
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return kept;
    }

    static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    static String sealKey() {
        try {
            return Base64.getEncoder()
                    .encodeToString(KeyPairGenerator.getInstance("Ed25519")
                            .generateKeyPair()
                            .getPrivate()
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
