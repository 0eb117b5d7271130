package org.chizheng.demo;

import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.chizheng.bank.Loading;
import org.chizheng.blueprint.BlueprintLoading;
import org.chizheng.common.ChizhengConfig;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/** Loads the bank's files when there are any, and in the demo profile sees to the demo authority. Faults of the bank are told and stop the start. */
@ApplicationScoped
public class Starting {
    private static final Logger LOG = Logger.getLogger(Starting.class);
    private final ChizhengConfig config;
    private final Loading loading;
    private final BlueprintLoading blueprints;
    private final DemoAuthority demo;

    public Starting(ChizhengConfig config, Loading loading, BlueprintLoading blueprints, DemoAuthority demo) {
        this.config = config;
        this.loading = loading;
        this.blueprints = blueprints;
        this.demo = demo;
    }

    void onStart(@Observes StartupEvent event) {
        Path bank = Path.of(config.questionBank());
        if (config.demo() && Files.isDirectory(bank)) {
            LOG.infof("item bank: %s", loading.load(bank));
            blueprints.load(bank);
        }
        if (config.demo()) {
            demo.ensure();
        }
    }
}
