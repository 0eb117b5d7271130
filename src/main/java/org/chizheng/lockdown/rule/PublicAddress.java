package org.chizheng.lockdown.rule;

import java.net.URI;
import java.util.Locale;

/** The address by which browsers reach this service, in the form in which a browser writes it: host in small letters, no default port, no slash at the end. */
public final class PublicAddress {
    private final boolean secure;
    private final String place;

    /** @param url http or https, as the installation is told it */
    public PublicAddress(String url) {
        URI uri = URI.create(url.strip());
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("not an address of the web: " + url);
        }
        secure = scheme.equals("https");
        boolean usual = uri.getPort() < 0 || uri.getPort() == (secure ? 443 : 80);
        place = uri.getHost().toLowerCase(Locale.ROOT)
                + (usual ? "" : ":" + uri.getPort())
                + uri.getRawPath().replaceAll("/+$", "");
    }

    /** @param path with its slash, and its query if there is one */
    public String url(String path) {
        return (secure ? "https://" : "http://") + place + path;
    }

    /** The link that opens Safe Exam Browser with the file at that path. */
    public String browserLink(String path) {
        return (secure ? "sebs://" : "seb://") + place + path;
    }

    /** What the browser's address filter lets through: this service and nothing else. */
    public String filter() {
        return place + "/*";
    }
}
