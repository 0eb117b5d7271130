package org.chizheng.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

import org.chizheng.certificate.token.PrivateKey;
import org.chizheng.lockdown.rule.PublicAddress;

/** The keys of an installation. The demo makes its own once and keeps them beside its data; anything else must be given them. */
final class Secrets {
    private static final List<String> SYMMETRIC =
            List.of("CHIZHENG_DATA_KEY", "CHIZHENG_INDEX_KEY", "CHIZHENG_SESSION_KEY");
    private static final String SEAL = "CHIZHENG_SEAL_KEY";
    private static final String CLAIM = "CHIZHENG_CLAIM_KEY";
    private static final String DOCUMENT = "CHIZHENG_DOCUMENT_KEY";
    private static final String DOCUMENT_CERTIFICATE = "CHIZHENG_DOCUMENT_CERTIFICATE";
    private static final String ADDRESS = "CHIZHENG_PUBLIC_URL";
    private static final String WHY = """
            Chizheng cannot start: these settings are %s:
            %s
            Set them in the environment and keep them safe: what was sealed with a lost key cannot be opened again.
            To try the service without any of this: bin/serve starts the demo profile.""";

    private Secrets() {}

    /** Nothing is made up for a real installation. */
    static void require() {
        List<String> missing = missing();
        if (Main.setting(ADDRESS, "").isEmpty()) {
            missing.add(ADDRESS);
        }
        refuse(missing, "missing");
        List<String> wrong = new ArrayList<>(SYMMETRIC);
        wrong.removeIf(name -> bytes(name).length == 32);
        if (!isSealKey()) {
            wrong.add(SEAL);
        }
        if (!isClaimKey()) {
            wrong.add(CLAIM);
        }
        refuse(wrong, "not keys");
        String fault = DocumentKeys.fault(Main.setting(DOCUMENT, ""), Main.setting(DOCUMENT_CERTIFICATE, ""));
        if (!fault.isEmpty()) {
            refuse(List.of(DOCUMENT, DOCUMENT_CERTIFICATE), "no key and certificate to sign with (" + fault + ")");
        }
        if (!isAddress()) {
            refuse(List.of(ADDRESS), "not addresses");
        }
    }

    private static void refuse(List<String> names, String what) {
        if (!names.isEmpty()) {
            String lines =
                    names.stream().map(name -> "  " + name + ":  " + how(name)).collect(Collectors.joining("\n"));
            throw new CannotStart(WHY.formatted(what, lines));
        }
    }

    private static String how(String name) {
        return switch (name) {
            case ADDRESS -> "the address under which the public reaches this service, such as https://exam.example.org";
            case SEAL, CLAIM -> "openssl genpkey -algorithm ed25519 -outform DER | base64 -w0";
            case DOCUMENT -> "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256   (PKCS#8, PEM)";
            case DOCUMENT_CERTIFICATE ->
                "that key's certificate and those above it, PEM, from your certification authority;\n"
                        + "    to try: openssl req -x509 -new -key KEY -days 365 -subj '/CN=a name'";
            default -> "openssl rand -base64 32   (a value of its own)";
        };
    }

    /** None where it is not Base64. */
    private static byte[] bytes(String name) {
        try {
            return Base64.getDecoder().decode(Main.setting(name, "").replaceAll("-----[A-Z ]+-----|\\s", ""));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static boolean isAddress() {
        try {
            return !new PublicAddress(Main.setting(ADDRESS, "")).url("").isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isSealKey() {
        try {
            KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(bytes(SEAL)));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Ed25519, or SM2 where the installation chooses it by the kind of its key. */
    private static boolean isClaimKey() {
        try {
            PrivateKey.of(Main.setting(CLAIM, ""), CLAIM);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** The demo's own keys, for those that are not set. */
    static void lend(Path data) {
        List<String> missing = missing();
        if (missing.isEmpty()) {
            return;
        }
        Properties kept = kept(data.resolve("demo-secrets.properties"));
        for (String name : missing) {
            System.setProperty(propertyOf(name), kept.getProperty(name));
        }
    }

    private static List<String> missing() {
        List<String> missing = new ArrayList<>(SYMMETRIC);
        missing.addAll(List.of(SEAL, CLAIM, DOCUMENT, DOCUMENT_CERTIFICATE));
        missing.removeIf(name -> !Main.setting(name, "").isEmpty());
        return missing;
    }

    private static String propertyOf(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
    }

    /** What the file lacks, because an earlier version made it, is added. */
    static Properties kept(Path file) {
        Properties kept = new Properties();
        try {
            if (Files.exists(file)) {
                try (Reader in = Files.newBufferedReader(file, UTF_8)) {
                    kept.load(in);
                }
            }
            Set<String> known = kept.stringPropertyNames();
            SYMMETRIC.forEach(name -> kept.putIfAbsent(name, random()));
            if (!known.contains(SEAL)) {
                kept.setProperty(SEAL, sealKey());
            }
            if (!known.contains(CLAIM)) {
                kept.setProperty(CLAIM, sealKey());
            }
            if (!known.contains(DOCUMENT) || !known.contains(DOCUMENT_CERTIFICATE)) {
                DocumentKeys.Pair pair = DocumentKeys.made();
                kept.setProperty(DOCUMENT, pair.key());
                kept.setProperty(DOCUMENT_CERTIFICATE, pair.certificate());
            }
            if (!kept.stringPropertyNames().equals(known)) {
                DataFolder.create(file.toAbsolutePath().getParent());
                StringWriter text = new StringWriter();
                kept.store(text, "Keys of this demo only");
                DataFolder.keep(file, text.toString());
            }
            return kept;
        } catch (IOException e) {
            throw DataFolder.unusable(file, e);
        }
    }

    static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** An Ed25519 key of its own, for seals or for claims. */
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
