package org.chizheng.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.chizheng.bank.BankFaults;
import org.chizheng.bank.Loading;
import org.chizheng.blueprint.BlueprintLoading;
import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Accounts;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.people.rule.Credential;
import org.chizheng.practical.LibraryLoading;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** In the demo profile loads the published bank and sees to the demo authority; elsewhere opens the first administrator's account when asked to. Faults of the bank are told and stop the start. */
@ApplicationScoped
public class Starting {
    private static final Logger LOG = Logger.getLogger(Starting.class);
    private static final String ADMINISTRATOR = "administrator";
    private static final long LOCK = 0x6368697a68656e68L;
    private static final int PATIENCE_SECONDS = 600;
    private final ChizhengConfig config;
    private final Loading loading;
    private final BlueprintLoading blueprints;
    private final LibraryLoading tasks;
    private final DemoAuthority demo;
    private final Accounts accounts;
    private final Accounting accounting;
    private final Sql sql;

    public Starting(
            ChizhengConfig config,
            Loading loading,
            BlueprintLoading blueprints,
            LibraryLoading tasks,
            DemoAuthority demo,
            Accounts accounts,
            Accounting accounting,
            Sql sql) {
        this.config = config;
        this.loading = loading;
        this.blueprints = blueprints;
        this.tasks = tasks;
        this.demo = demo;
        this.accounts = accounts;
        this.accounting = accounting;
        this.sql = sql;
    }

    void onStart(@Observes StartupEvent event) {
        try {
            QuarkusTransaction.requiringNew().timeout(PATIENCE_SECONDS).run(this::inTurn);
        } catch (BankFaults faults) {
            throw new ConfigurationException(faults.getMessage());
        } catch (Refused refused) {
            throw new ConfigurationException("Chizheng cannot start: " + refused.getMessage());
        }
    }

    /** Replicas that start at once on an empty database would all make the same. */
    private void inTurn() {
        sql.first("SELECT pg_advisory_xact_lock(?)", row -> true, LOCK);
        if (config.demo()) {
            openDemo(Path.of(config.questionBank()));
        } else {
            firstAdministrator();
        }
    }

    private void openDemo(Path bank) {
        if (Files.isDirectory(bank)) {
            loadBank(bank);
        }
        demo.ensure();
    }

    /** Items, blueprints and tasks of practicals in one transaction: a fault in any writes nothing of all. */
    void loadBank(Path bank) {
        QuarkusTransaction.requiringNew().run(() -> {
            LOG.infof("item bank: %s", loading.load(bank));
            blueprints.load(bank);
            tasks.load(bank);
        });
    }

    private void firstAdministrator() {
        if (accounts.isAnyAdministrator()) {
            return;
        }
        config.firstAdministratorPassword()
                .ifPresentOrElse(
                        this::openAdministrator,
                        () -> LOG.warn("Nobody can sign in yet: set CHIZHENG_FIRST_ADMINISTRATOR_PASSWORD once"
                                + " (10 to 128 characters) and start again; the account is named administrator."));
    }

    private void openAdministrator(String password) {
        if (!Credential.isPassword(password, ADMINISTRATOR)) {
            throw new ConfigurationException(
                    "Chizheng cannot start: CHIZHENG_FIRST_ADMINISTRATOR_PASSWORD must have 10 to 128 characters, four different ones"
                            + " at least, and not hold the name administrator.");
        }
        QuarkusTransaction.requiringNew().run(() -> {
            UUID account = accounting.open(ADMINISTRATOR, password, "首位管理员", "First administrator", null);
            accounting.grant(account, new Grant(Roles.ADMINISTRATOR, null, null, null));
        });
    }
}
