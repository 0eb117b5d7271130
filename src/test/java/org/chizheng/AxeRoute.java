package org.chizheng;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.ext.web.Router;

/** Hands axe to the browsers of tests. They keep it as they keep the service's own scripts; sent by the test to each page anew, it takes half as long as what it does. */
@ApplicationScoped
class AxeRoute {
    static final String PATH = "/axe.min.js";

    void register(@Observes Router router) {
        router.get(PATH)
                .handler(context -> context.response()
                        .putHeader("Content-Type", "text/javascript; charset=utf-8")
                        .putHeader("Cache-Control", "public, max-age=3600, immutable")
                        .end(Accessibility.AXE));
    }
}
