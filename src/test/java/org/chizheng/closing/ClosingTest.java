package org.chizheng.closing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.Entrance;
import org.chizheng.OnTheDay;
import org.chizheng.PdfRules;
import org.chizheng.PostgresResource;
import org.chizheng.RunningRoom;
import org.chizheng.Workplace;
import org.chizheng.certificate.DocumentChecking;
import org.chizheng.certificate.document.DocumentCheck;
import org.chizheng.common.Digests;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Reason;
import org.chizheng.common.Refused;
import org.chizheng.common.Signer;
import org.chizheng.common.Sql;
import org.chizheng.incident.Signatory;
import org.chizheng.incident.Told;
import org.chizheng.invigilation.CommandForm;
import org.chizheng.invigilation.Commanding;
import org.chizheng.invigilation.RoomAct;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.session.SessionView;
import org.chizheng.sitting.AnswersForm;
import org.chizheng.sitting.Beginning;
import org.chizheng.sitting.HandingIn;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** A room is closed when nothing is open; its record tells all of it, is signed by two, and never changes. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ClosingTest extends RunningRoom {
    private static final COSName PERMS = COSName.getPDFName("Perms");
    private static final COSName DOC_MDP = COSName.getPDFName("DocMDP");
    private static final COSName REFERENCE = COSName.getPDFName("Reference");
    /** Of CJK extension B, as names have them. */
    private static final String RARE = "\uD869\uDEA5";

    @Inject
    Told told;

    @Inject
    Closing closing;

    @Inject
    Closings closings;

    @Inject
    AbsenceMarking marking;

    @Inject
    Beginning beginning;

    @Inject
    HandingIn handingIn;

    @Inject
    Commanding commanding;

    @Inject
    Workplace workplace;

    @Inject
    Signer signer;

    @Inject
    DocumentChecking checking;

    @Inject
    Sql sql;

    private UUID first;
    private UUID absent;
    private String absentTicket;

    @Override
    protected void beforeCheckIn() {
        Workplace.Someone who = workplace.someone();
        absentTicket = enrolling.enrol(session, who.name(), who.idNumber(), null);
        absent = sessions.byTicket(absentTicket).orElseThrow().id();
        first = sessions.byTicket(ticket).orElseThrow().id();
    }

    private SessionView room() {
        return sessions.find(session).orElseThrow();
    }

    private List<String> open() {
        return closing.open(room()).stream().map(Matter::kind).toList();
    }

    /** After nobody is admitted any more. */
    private void later(Runnable act) {
        OnTheDay.at(
                clock.now()
                        .plus(Duration.ofMinutes(room().lateMinutes() + 1L))
                        .atZone(OfficialClock.ZONE)
                        .toLocalDateTime()
                        .toString(),
                act);
    }

    private static void refused(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private void command(RoomAct act, String reason) {
        assertThat(commanding
                        .command(session, new CommandForm(act, null, reason, null, null))
                        .affected())
                .isEqualTo(1);
    }

    private void sitAndHandIn() {
        int epoch = beginning.begin(first).epoch();
        handingIn.handIn(first, new AnswersForm(epoch, List.of()));
    }

    @Test
    void eachOpenThingIsToldWithALinkToWhereItIsSettled() {
        assertThat(open()).containsExactlyInAnyOrder("ADMISSION_OPEN", "NOT_BEGUN", "UNMARKED");
        refused(ClosingRefusal.TOO_EARLY, () -> marking.mark(session, absent, "NO_SHOW", "", "account:x"));
        refused(ClosingRefusal.HAS_COME, () -> marking.mark(session, first, "NO_SHOW", "", "account:x"));
        refused(ClosingRefusal.REASON_MISSING, () -> marking.mark(session, absent, "TURNED_AWAY", " ", "account:x"));
        UUID incident = told.reported(session, null, "POWER", Told.somebody());
        beginning.begin(first);
        later(() -> {
            refused(ClosingRefusal.HAS_BEGUN, () -> marking.mark(session, first, "LEFT", "离开", "account:x"));
            assertThat(open()).contains("SITTING", "INCIDENT");
            assertThat(closing.open(room()))
                    .extracting(Matter::href)
                    .contains("/incidents/" + incident, "/sessions/" + session + "/room#c" + ticket);
            command(RoomAct.PAUSE, "停电");
            assertThat(open()).contains("HELD").doesNotContain("SITTING");
            refused(ClosingRefusal.SOMETHING_OPEN, () -> closing.drawUp(session, "account:x"));
            marking.mark(session, absent, "NO_SHOW", "", "account:x");
            assertThat(open()).containsExactlyInAnyOrder("HELD", "INCIDENT", "ROOM_PAUSED");
        });
    }

    @Test
    void aCandidateWhoLeftWithoutBeginningIsMarkedSo() {
        later(() -> {
            refused(ClosingRefusal.REASON_MISSING, () -> marking.mark(session, first, "LEFT", "", "account:x"));
            marking.mark(session, first, "LEFT", "身体不适，自行离开", "account:x");
            marking.mark(session, absent, "TOO_LATE", "开考40分钟后到达", "account:x");
            assertThat(open()).isEmpty();
            CommandForm pause = new CommandForm(RoomAct.PAUSE, null, "火警", null, null);
            assertThat(commanding.command(session, pause).room()).isTrue();
            assertThat(open()).as("though nobody sits").containsExactly("ROOM_PAUSED");
            refused(ClosingRefusal.SOMETHING_OPEN, () -> closing.drawUp(session, "account:x"));
            commanding.command(session, new CommandForm(RoomAct.RESUME, null, "警报解除", null, null));
            CommandForm held = new CommandForm(RoomAct.PAUSE, List.of(first), "核对证件", null, null);
            assertThat(commanding.command(session, held).affected()).isEqualTo(1);
            assertThat(closing.open(room()))
                    .as("held before the start")
                    .singleElement()
                    .satisfies(matter -> {
                        assertThat(matter.kind()).isEqualTo("KEPT");
                        assertThat(matter.about()).contains(ticket);
                    });
            commanding.command(session, new CommandForm(RoomAct.RESUME, List.of(first), "已核对", null, null));
            assertThat(open()).isEmpty();
        });
    }

    @Test
    void theRecordTellsAllOfItIsSignedByTwoAndNeverChanges() throws Exception {
        beginning.begin(first);
        command(RoomAct.PAUSE, "火警疏散");
        command(RoomAct.RESUME, "警报解除");
        told.signedByTwo(session, null, "ALARM");
        sitAndHandIn();
        sql.update(
                "UPDATE person SET name = ? WHERE id = (SELECT person_id FROM enrolment WHERE id = ?)",
                "测试" + RARE,
                absent);
        RequestSpecification invigilator = staff(Roles.INVIGILATOR);
        RequestSpecification manager = staff(Roles.CENTRE_MANAGER);
        String page = "/sessions/" + session + "/closing";
        later(() -> {
            marking.mark(session, absent, "NO_SHOW", "", "account:x");
            assertThat(Entrance.post(invigilator, page, page + "/record").statusCode())
                    .isEqualTo(303);
        });
        ClosingView record = closings.newest(session).orElseThrow();
        byte[] pdf = given(manager).get(page + "/record.pdf").asByteArray();
        assertThat(Digests.file(pdf)).isEqualTo(record.digest());
        Files.write(Path.of("target", "room-record.pdf"), pdf);
        assertThat(PdfRules.broken(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(PdfRules.broken(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertText(pdf);
        assertSignature(pdf);
        later(() -> refused(ClosingRefusal.STILL_GOOD, () -> closing.drawUp(session, "account:x")));
        later(() -> {
            assertThat(sign(invigilator, page, record)).isEqualTo(303);
            assertThat(sign(invigilator, page, record)).as("not twice").isEqualTo(409);
            assertThat(closings.isClosed(session)).isFalse();
            assertThat(sign(manager, page, record)).isEqualTo(303);
        });
        assertThat(closings.isClosed(session)).isTrue();
        assertThat(room().state()).isEqualTo("ENDED");
        ClosingView closed = closings.newest(session).orElseThrow();
        assertThat(closed.keepUntil()).isEqualTo(clock.today().plusYears(6));
        assertThat(closed.videoUntil()).isEqualTo(clock.today().plusYears(3));
        byte[] seal = sql.first("SELECT seal FROM closing_record WHERE id = ?", row -> row.getBytes(1), closed.id())
                .orElseThrow();
        assertThat(signer.isOurs("closing", HexFormat.of().parseHex(closed.digest()), seal))
                .isTrue();
        assertThat(sql.list(
                        "SELECT act FROM audit_entry WHERE subject = 'closing' AND subject_id = ? AND details LIKE ? ORDER BY id",
                        row -> row.getString(1),
                        closed.id().toString(),
                        "%" + closed.digest()))
                .as("the digest is in the audit log")
                .containsExactly("drew up", "signed", "signed", "closed");
        refused(ClosingRefusal.CLOSED, () -> marking.mark(session, absent, "TOO_LATE", "后来", "account:x"));
        later(() -> refused(ClosingRefusal.CLOSED, () -> closing.drawUp(session, "account:x")));
        assertThatThrownBy(() -> sql.update("UPDATE closing_record SET pdf_sealed = ''"))
                .hasMessageContaining("permission denied");
        assertThat(closings.pdf(closed.id())).hasValue(pdf);
        theArchiveHasIt(manager);
    }

    private static int sign(RequestSpecification door, String page, ClosingView record) {
        return Entrance.post(door, page, page + "/sign", "record", record.id().toString())
                .statusCode();
    }

    private RequestSpecification staff(String role) {
        return Entrance.as(new Grant(role, null, room().centreId(), null), null, accounting);
    }

    private void assertText(byte[] pdf) throws IOException {
        String receipt = sql.first(
                        "SELECT r.number FROM receipt r JOIN sitting s ON s.id = r.sitting_id WHERE s.enrolment_id = ?",
                        row -> row.getString(1),
                        first)
                .orElseThrow();
        String commitment = sql.first(
                        "SELECT b.commitment FROM paper_batch b JOIN exam_session s ON s.batch_id = b.id WHERE s.id = ?",
                        row -> row.getString(1),
                        session)
                .orElseThrow();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text)
                    .contains(
                            "考场记录",
                            "Recordoftheexaminationroom",
                            NAME,
                            ticket,
                            absentTicket,
                            "缺考",
                            "火警疏散",
                            "警报解除",
                            "火警、疏散等突发情况",
                            receipt,
                            commitment.replaceAll("\\s", ""),
                            "426",
                            RARE)
                    .doesNotContain(ID_NUMBER);
        }
    }

    private void assertSignature(byte[] pdf) throws IOException {
        assertThat(DocumentCheck.check(pdf).outcome()).isEqualTo(DocumentCheck.Outcome.SIGNED);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDSignature signature = document.getLastSignatureDictionary();
            assertThat(document.getSignatureDictionaries()).hasSize(1);
            assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
            COSDictionary permissions =
                    document.getDocumentCatalog().getCOSObject().getCOSDictionary(PERMS);
            assertThat(permissions.getCOSDictionary(DOC_MDP)).isSameAs(signature.getCOSObject());
            COSDictionary reference = (COSDictionary)
                    signature.getCOSObject().getCOSArray(REFERENCE).getObject(0);
            assertThat(reference
                            .getCOSDictionary(COSName.getPDFName("TransformParams"))
                            .getInt("P"))
                    .as("no change is allowed")
                    .isEqualTo(1);
        }
        for (int at : new int[] {100, pdf.length / 2, pdf.length - 30}) {
            byte[] flipped = pdf.clone();
            flipped[at] ^= 1;
            assertThat(DocumentCheck.check(flipped).outcome())
                    .as("byte " + at)
                    .isEqualTo(DocumentCheck.Outcome.ALTERED);
        }
        byte[] longer = Arrays.copyOf(pdf, pdf.length + 1);
        assertThat(DocumentCheck.check(longer).outcome()).isEqualTo(DocumentCheck.Outcome.ALTERED);
        assertThat(checking.check(pdf).outcome())
                .as("no certificate, and no forgery")
                .isEqualTo(DocumentChecking.Outcome.UNREADABLE);
        assertThat(checking.check(longer).outcome()).isEqualTo(DocumentChecking.Outcome.ALTERED);
    }

    /** What a program that is not ours says, where it is installed: poppler. */
    @Test
    void pdfsigFindsTheRecordWholeAndValid() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/pdfsig")));
        sitAndHandIn();
        later(() -> {
            marking.mark(session, absent, "NO_SHOW", "", "account:x");
            closing.drawUp(session, "account:x");
        });
        Path file = Files.createTempFile(Path.of("target"), "record", ".pdf");
        byte[] pdf = closings.pdf(closings.newest(session).orElseThrow().id()).orElseThrow();
        Files.write(file, pdf);
        assertThat(pdfsig(file))
                .contains("Signature is Valid.", "Total document signed", "Signature Type: ETSI.CAdES.detached");
        pdf[pdf.length / 2] ^= 1;
        Files.write(file, pdf);
        assertThat(pdfsig(file)).contains("Digest Mismatch");
        Files.delete(file);
    }

    private static String pdfsig(Path file) throws IOException {
        Process process = new ProcessBuilder("/usr/bin/pdfsig", file.toString())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void theArchiveHasIt(RequestSpecification manager) throws IOException {
        String digest = closings.newest(session).orElseThrow().digest();
        assertThat(given(manager).get("/closings").asString()).contains(session.toString());
        byte[] file = given(manager).get("/closings/export").asByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getSheetAt(0).getLastRowNum())
                    .as("its own centre's only")
                    .isEqualTo(1);
            assertThat(book.getSheetAt(0).getRow(1).getCell(11).getStringCellValue())
                    .isEqualTo(digest);
        }
        RequestSpecification nanjing = Entrance.within("3201", Roles.REGULATOR, accounting);
        RequestSpecification suzhou = Entrance.within("3205", Roles.REGULATOR, accounting);
        assertThat(given(nanjing).get("/closings?region=3201").asString()).contains(session.toString());
        assertThat(given(nanjing).get("/closings?region=3205").asString()).doesNotContain(session.toString());
        assertThat(given(suzhou).get("/closings").asString()).doesNotContain(session.toString());
        String page = "/sessions/" + session + "/closing";
        assertThat(given(suzhou).get(page).statusCode()).isEqualTo(404);
        assertThat(given(suzhou).get(page + "/record.pdf").statusCode()).isEqualTo(404);
        assertThat(given(nanjing).get(page + "/record.pdf").statusCode()).isEqualTo(200);
    }

    @Test
    void whatChangesAfterTheRecordWasDrawnUpMustBeDrawnUpAnew() {
        sitAndHandIn();
        Signatory one = Told.somebody();
        later(() -> {
            marking.mark(session, absent, "NO_SHOW", "", "account:x");
            UUID old = closing.drawUp(session, "account:x");
            closing.sign(session, old, one);
            refused(ClosingRefusal.ALREADY_SIGNED, () -> closing.sign(session, old, one));
            told.signedByTwo(session, null, "NETWORK");
            refused(ClosingRefusal.OUT_OF_DATE, () -> closing.sign(session, old, Told.somebody()));
            UUID next = closing.drawUp(session, "account:x");
            refused(ClosingRefusal.NOT_DRAWN_UP, () -> closing.sign(session, old, Told.somebody()));
            closing.sign(session, next, one);
            assertThat(closings.isClosed(session)).isFalse();
            UUID human = workplace.someone().id();
            closing.sign(session, next, new Signatory("account:second", human));
            assertThat(closings.isClosed(session)).isTrue();
            assertThat(closings.pdf(old)).as("the older one is kept").isPresent();
        });
    }
}
