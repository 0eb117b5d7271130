package org.chizheng.rehearsal.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.chizheng.rehearsal.Options;

/**
 * How fast certificates are made and looked up, how small their states are, and how long a gate takes without a network. The limit on guesses is lifted for the bench's own
 * service: all of its requests come from one network, and one in a hundred asks for a code that nobody gave out.
 */
final class CertificateBench {
    private static final String NO_THROTTLE = "-Dchizheng.verification.guesses=1000000000";
    private final boolean quick;
    private final long seed;
    private final String only;
    private final int many;
    private final int most;
    private final int few;
    private final Sheet sheet;

    CertificateBench(Options options) {
        quick = options.has("quick");
        seed = options.whole("seed", 1);
        only = options.text("only", "");
        many = options.whole("certificates", quick ? 20_000 : 1_000_000);
        most = quick ? 2 * many : 5 * many;
        few = Math.max(100, most / 100);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("quick", quick);
        settings.put("seed", seed);
        settings.put("certificates", many);
        settings.put("growth", few + " to " + most);
        settings.put("guesses", "not limited: " + NO_THROTTLE);
        settings.put("bare", LookUpBench.BARE);
        sheet = new Sheet("certificate", settings);
    }

    boolean run() throws IOException, SQLException {
        if (wanted("press")) {
            new PressBench(sheet, quick, seed).run();
        }
        if (wanted("gate") || wanted("lookups") || wanted("status") || wanted("growth")) {
            withService();
        }
        return sheet.write();
    }

    private void withService() throws IOException, SQLException {
        try (Installation house = new Installation()) {
            house.service().with(NO_THROTTLE);
            LookUpGrowth growth = new LookUpGrowth(house, sheet, quick, seed);
            if (wanted("growth")) {
                growth.startSecond(NO_THROTTLE);
            }
            house.start();
            if (wanted("gate")) {
                new GateBench(house, sheet, quick).run();
            }
            Stock stock = new Stock(house.database(), "postgres");
            StatusBench status = new StatusBench(house, sheet, quick);
            if (wanted("status")) {
                fill(stock, few);
                status.run(stock);
            }
            if (wanted("lookups")) {
                fill(stock, many);
                new LookUpBench(house, sheet, quick, seed).run(stock.size());
            }
            if (wanted("status")) {
                fill(stock, many);
                status.run(stock);
            }
            if (wanted("growth")) {
                fill(stock, most);
                growth.run(stock, few);
            }
        }
    }

    private void fill(Stock stock, int certificates) throws IOException, SQLException {
        long from = System.nanoTime();
        int before = stock.size();
        stock.growTo(certificates);
        if (stock.size() > before) {
            sheet.say("%,d certificates laid in (%.0f s)".formatted(stock.size(), (System.nanoTime() - from) / 1e9));
        }
    }

    private boolean wanted(String part) {
        return only.isEmpty() || only.equals(part);
    }
}
