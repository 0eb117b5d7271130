package org.chizheng.fitness.bulk;

import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;

/** Sends a message to an address that was looked at before: the name is not resolved again, redirects are not followed, and of the answer only its status is read. Over TLS the certificate must be for the name, in force and vouched for by an authority that is trusted. */
@ApplicationScoped
class HookClient {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 10_000;
    private static final int MOST_CONNECTIONS = 50;
    private final HttpClient client;

    HookClient(Vertx vertx, HookConfig config) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout(ANSWER_MILLIS)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setKeepAlive(false)
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setProtocolVersion(HttpVersion.HTTP_1_1);
        config.trust().ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file)));
        client = vertx.createHttpClient(options);
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** @return the status of the answer; fails when there is none within ten seconds */
    Future<Integer> post(URI uri, InetAddress address, Map<String, String> headers, String body) {
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? 443 : 80;
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(uri.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                .setTimeout(ANSWER_MILLIS)
                .setFollowRedirects(false);
        return client.request(options).compose(request -> sent(request, headers, body));
    }

    private static Future<Integer> sent(HttpClientRequest request, Map<String, String> headers, String body) {
        headers.forEach(request::putHeader);
        return request.send(Buffer.buffer(body)).map(response -> {
            int status = response.statusCode();
            request.connection().close();
            return status;
        });
    }
}
