package org.chizheng.demo;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import org.chizheng.common.ChizhengConfig;
import org.chizheng.people.Accounts;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** The demo's password is known to everybody: its accounts and those of a real installation never share a database. */
@ApplicationScoped
public class Apart {
    private final ChizhengConfig config;
    private final DemoAuthority demo;
    private final Accounts accounts;

    public Apart(ChizhengConfig config, DemoAuthority demo, Accounts accounts) {
        this.config = config;
        this.demo = demo;
        this.accounts = accounts;
    }

    /** Before the scheduler, which would go to work on a database that is not ours. */
    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) StartupEvent event) {
        keep(config.demo());
    }

    void keep(boolean isDemo) {
        if (!isDemo && demo.isMade()) {
            throw new ConfigurationException(
                    "Chizheng cannot start: the demo has filled this database. Give this installation one of its own by CHIZHENG_DATA_DIR"
                            + " or QUARKUS_DATASOURCE_JDBC_URL.");
        }
        if (isDemo && !demo.isMade() && accounts.isAnyAdministrator()) {
            throw new ConfigurationException(
                    "The demo cannot start: this database is a real installation's. Serve that by CHIZHENG_PROFILE=prod,"
                            + " or give the demo a folder of its own by CHIZHENG_DATA_DIR.");
        }
    }
}
