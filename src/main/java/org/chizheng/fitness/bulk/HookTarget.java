package org.chizheng.fitness.bulk;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Refused;
import org.chizheng.fitness.rule.PublicAddress;

/** Keeps messages from being aimed at what only this service can reach (server-side request forgery): asked when an address is registered, and again before each delivery, which goes to the very address that was looked at. */
@ApplicationScoped
public class HookTarget {
    private static final int LONGEST = 500;
    private static final int HTTPS = 443;
    private static final int FIRST_FREE_PORT = 1024;
    private final HookConfig config;

    public HookTarget(HookConfig config) {
        this.config = config;
    }

    /** @return the address without blanks; @throws Refused URL_INVALID if it is no https address of at most 500 characters, ADDRESS_CLOSED if its host is unknown or not public */
    public String checked(String url) {
        URI uri = parsed(url == null ? "" : url.strip()).orElseThrow(() -> new Refused(BulkRefusal.URL_INVALID));
        if (address(uri).isEmpty()) {
            throw new Refused(BulkRefusal.ADDRESS_CLOSED);
        }
        return uri.toString();
    }

    private Optional<URI> parsed(String url) {
        try {
            URI uri = new URI(url);
            boolean plain = config.privateTargets() && "http".equalsIgnoreCase(uri.getScheme());
            boolean usable = url.length() <= LONGEST
                    && url.chars().allMatch(c -> c > ' ' && c < 0x7f)
                    && (plain || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && (uri.getPort() == -1 || uri.getPort() == HTTPS || uri.getPort() >= FIRST_FREE_PORT)
                    && uri.getPort() <= 0xffff;
            return usable ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Where to connect; empty when the host is unknown, or when any of its addresses is not public. */
    Optional<InetAddress> address(URI uri) {
        try {
            List<InetAddress> all =
                    List.of(InetAddress.getAllByName(uri.getHost().toLowerCase(Locale.ROOT)));
            return config.privateTargets() || all.stream().allMatch(PublicAddress::is)
                    ? Optional.of(all.get(0))
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
