package org.chizheng.common;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.util.ClassPathUtils;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * The static files under an address that holds the digest of all of them: {@code /assets/v-…/exam/main.js}. A page that is kept for a broken line
 * meets the files of its own release and no others.
 */
@Singleton
public class Assets {
    private static final String FOLDER = "META-INF/resources/assets";
    private static final String PREFIX = "/assets/v-";
    private static final int DIGITS = 16;
    private static final String CACHING = "chizheng.caching";
    private final List<String> files;
    private final String release;

    Assets() {
        Map<String, byte[]> contents = new TreeMap<>();
        try {
            ClassPathUtils.consumeAsPaths(FOLDER, folder -> read(folder, contents));
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            contents.forEach((name, bytes) -> {
                digest.update((name + ' ' + bytes.length + '\n').getBytes(UTF_8));
                digest.update(bytes);
            });
            release = PREFIX + HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        files = List.copyOf(contents.keySet());
    }

    private static void read(Path folder, Map<String, byte[]> into) {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                into.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Address of this release's files, without a slash at the end. */
    public String release() {
        return release;
    }

    /** Names of the files under a folder, sorted, such as {@code exam/main.js}. */
    public List<String> under(String folder) {
        return files.stream().filter(name -> name.startsWith(folder + "/")).toList();
    }

    void register(@Observes Filters filters) {
        filters.register(this::withoutRelease, 300);
    }

    /** During a change of release another replica's address may arrive here: it is answered, but not kept. */
    private void withoutRelease(RoutingContext routing) {
        String path = routing.normalizedPath();
        int end = path.indexOf('/', PREFIX.length());
        if (path.startsWith(PREFIX) && end > 0) {
            // Rerouting forgets what is set on the response, so it is set when the file's own address comes by.
            boolean own = path.substring(0, end).equals(release);
            routing.put(CACHING, own ? "public, max-age=31536000, immutable" : "no-store");
            routing.reroute("/assets" + path.substring(end));
            return;
        }
        String caching = routing.get(CACHING);
        if (caching != null) {
            routing.addHeadersEndHandler(sent -> routing.response()
                    .putHeader(HttpHeaders.CACHE_CONTROL, caching)
                    .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING));
        }
        routing.next();
    }
}
