package org.chizheng.fitness.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import io.vertx.core.Vertx;

/** Messages over real TLS: to the server that the name belongs to, whose certificate is in force and vouched for; to no other, and nowhere it sends us on to. */
class HookClientTest {
    private static final String HOST = "hooks.example";
    private static final char[] PASSWORD = "made for a test".toCharArray();
    private static final Map<String, String> HEADERS = Map.of("Chizheng-Delivery", "1");
    private final Instant now = Instant.now();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final KeyPair authority = pair();
    private Vertx vertx;
    private HttpsServer server;
    private int status = 204;

    @BeforeEach
    void aLoop() {
        vertx = Vertx.vertx();
    }

    @AfterEach
    void close() {
        server.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(256);
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certificate(String name, KeyPair key, boolean isAuthority, Instant until) throws Exception {
        var builder = new JcaX509v3CertificateBuilder(
                new X500Name("CN=Test authority"),
                BigInteger.valueOf(isAuthority ? 1 : 2),
                Date.from(now.minus(Duration.ofDays(30))),
                Date.from(until),
                new X500Name("CN=" + name),
                key.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
        if (!isAuthority) {
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate())));
    }

    private X509Certificate root() throws Exception {
        return certificate("Test authority", authority, true, now.plus(Duration.ofDays(30)));
    }

    private void serve(Instant until) throws Exception {
        KeyPair key = pair();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "server", key.getPrivate(), PASSWORD, new Certificate[] {certificate(HOST, key, false, until), root()});
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            received.add(exchange.getRequestURI().getPath() + " "
                    + exchange.getRequestHeaders().getFirst("Chizheng-Delivery") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    private HookClient client(boolean trusting) throws Exception {
        Path file = Files.createTempFile(Path.of("target"), "authority", ".pem");
        StringWriter pem = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(pem)) {
            writer.writeObject(root());
        }
        Files.writeString(file, pem.toString());
        Optional<String> trust = trusting ? Optional.of(file.toString()) : Optional.empty();
        return new HookClient(vertx, config(true, trust));
    }

    static HookConfig config(boolean privateTargets, Optional<String> trust) {
        return new HookConfig() {
            @Override
            public boolean privateTargets() {
                return privateTargets;
            }

            @Override
            public Optional<String> trust() {
                return trust;
            }
        };
    }

    private int post(HookClient client, String host) throws Exception {
        URI uri = URI.create("https://" + host + ":" + server.getAddress().getPort() + "/told");
        return client.post(uri, InetAddress.getLoopbackAddress(), HEADERS, "{}")
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    @Test
    void aMessageArrivesAtTheServerWhoseCertificateIsTrusted() throws Exception {
        serve(now.plus(Duration.ofDays(30)));
        assertThat(post(client(true), HOST)).isEqualTo(204);
        assertThat(received).containsExactly("/told 1 {}");
    }

    @Test
    void anotherNameIsRefusedBeforeAnythingIsSent() throws Exception {
        serve(now.plus(Duration.ofDays(30)));
        HookClient client = client(true);
        assertThatThrownBy(() -> post(client, "other.example")).hasRootCauseInstanceOf(GeneralSecurityException.class);
        assertThat(received).isEmpty();
    }

    @Test
    void anExpiredCertificateIsRefused() throws Exception {
        serve(now.minus(Duration.ofDays(1)));
        HookClient client = client(true);
        assertThatThrownBy(() -> post(client, HOST)).hasRootCauseInstanceOf(GeneralSecurityException.class);
        assertThat(received).isEmpty();
    }

    @Test
    void anAuthorityThatNobodyNamedVouchesForNothing() throws Exception {
        serve(now.plus(Duration.ofDays(30)));
        HookClient client = client(false);
        assertThatThrownBy(() -> post(client, HOST)).hasRootCauseInstanceOf(GeneralSecurityException.class);
        assertThat(received).isEmpty();
    }

    @Test
    void aRedirectIsAnAnswerAndNotFollowed() throws Exception {
        serve(now.plus(Duration.ofDays(30)));
        status = 302;
        assertThat(post(client(true), HOST)).isEqualTo(302);
        assertThat(received).containsExactly("/told 1 {}");
    }
}
