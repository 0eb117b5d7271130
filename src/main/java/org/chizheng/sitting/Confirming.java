package org.chizheng.sitting;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.QrCode;
import org.chizheng.common.Refused;
import org.chizheng.common.Signer;
import org.chizheng.sitting.rule.ReceiptNumber;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Confirms to whoever has a receipt's number that the receipt is ours and that the stored log is still the one it was given for. The log is walked each time: it
 * is read by its primary key, and a few hundred hashes take less than the page around them.
 */
@ApplicationScoped
public class Confirming {
    private final Sittings sittings;
    private final AgroalDataSource source;
    private final Signer signer;
    private final OfficialClock clock;
    private final ChizhengConfig config;
    private final MeterRegistry meters;

    public Confirming(
            Sittings sittings,
            AgroalDataSource source,
            Signer signer,
            OfficialClock clock,
            ChizhengConfig config,
            MeterRegistry meters) {
        this.sittings = sittings;
        this.source = source;
        this.signer = signer;
        this.clock = clock;
        this.config = config;
        this.meters = meters;
    }

    /** @param text as typed or scanned; spaces, hyphens and lower case are allowed */
    public CheckedReceiptView confirm(String text) {
        String number = ReceiptNumber.tidy(text);
        CheckedReceiptView answer = ReceiptNumber.isWellFormed(number)
                ? sittings.receipt(number).map(this::checked).orElseGet(() -> nothing("UNKNOWN"))
                : nothing("MALFORMED");
        meters.counter("chizheng.receipts.confirmed", "result", answer.resultClass())
                .increment();
        return answer;
    }

    private CheckedReceiptView checked(Sittings.Receipted found) {
        ReceiptView receipt = found.receipt();
        return new CheckedReceiptView(
                resultClass(found.sitting(), receipt),
                found.sitting(),
                receipt.number(),
                receipt.at(),
                receipt.count(),
                receipt.digest(),
                receipt.signature(),
                signer.publicKey(),
                clock.now(),
                host());
    }

    private String resultClass(UUID sitting, ReceiptView receipt) {
        try (Connection connection = source.getConnection()) {
            LogProof proof = new LogProof(connection, signer);
            if (proof.prove(sitting).fault() == null) {
                return "HOLDS";
            }
            return proof.isSigned(sitting, receipt) ? "LOG_ALTERED" : "NOT_SIGNED";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private CheckedReceiptView nothing(String resultClass) {
        return new CheckedReceiptView(
                resultClass, null, null, null, null, null, null, signer.publicKey(), clock.now(), host());
    }

    /** @throws Refused NOT_FOUND before the candidate has handed in */
    public ReceiptCodeView code(UUID enrolment) {
        return code(sittings.receiptNumber(enrolment).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND)));
    }

    ReceiptCodeView code(String number) {
        String url = config.publicUrl() + "/r/" + number;
        QrCode qr = QrCode.of(url);
        return new ReceiptCodeView(url, qr.size(), qr.path());
    }

    /** Where the true page is. */
    String host() {
        return URI.create(config.publicUrl()).getAuthority();
    }
}
