package com.gloebit.reactive.internal.pipeline;

import static com.gloebit.reactive.interleaving.Interleavings.explore;
import static com.gloebit.reactive.interleaving.Interleavings.require;
import static com.gloebit.reactive.interleaving.Interleavings.requireLinearizable;
import static com.gloebit.reactive.interleaving.Interleavings.threads;

import com.gloebit.reactive.internal.answer.FailureKind;
import com.gloebit.reactive.internal.http.SendGate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

public class DoubtLedgerInterleavings {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    @Test
    void isOpenWhileARequestIsOnTheWire() {
        explore(() -> {
            DoubtLedger ledger = ledger();
            boolean[] open = new boolean[2];
            threads(
                    () -> open[0] = isOpenMeanwhile(ledger),
                    () -> open[1] = isOpenMeanwhile(ledger),
                    ledger::recordVeto);
            require(open[0] && open[1], "a ledger is open while a request is on the wire");
            require(!ledger.isOpen(), "a ledger is closed once all requests were refused");
        });
    }

    private static boolean isOpenMeanwhile(DoubtLedger ledger) {
        DoubtLedger.SendTime sentAt = ledger.recordSent();
        boolean open = ledger.isOpen();
        ledger.recordEnd(FailureKind.REFUSED, sentAt);
        return open;
    }

    @Test
    void isOpenAfterALostAnswer() {
        explore(() -> {
            DoubtLedger ledger = ledger();
            threads(
                    () -> ledger.recordEnd(FailureKind.LOST, ledger.recordSent()),
                    () -> ledger.recordEnd(FailureKind.TOO_FEW_GLOEBITS, ledger.recordSent()));
            require(ledger.isOpen(), "a refusal of another request does not end the doubt of a lost answer");
        });
    }

    /** An observer sees the doubt of the request on the wire, or that of the lost answer, and no gap between the two. */
    @Test
    void isOpenWhileAnAnswerIsLost() {
        explore(() -> {
            DoubtLedger ledger = ledger();
            DoubtLedger.SendTime sentAt = ledger.recordSent();
            boolean[] open = new boolean[1];
            threads(() -> ledger.recordEnd(FailureKind.LOST, sentAt), () -> open[0] = ledger.isOpen());
            require(open[0], "a ledger is open from the request on, until its doubt ends");
        });
    }

    @Test
    void staysDone() {
        explore(() -> {
            DoubtLedger ledger = ledger();
            threads(
                    ledger::recordDone,
                    () -> ledger.recordEnd(FailureKind.LOST, ledger.recordSent()),
                    ledger::recordVeto);
            require(ledger.isDone() && ledger.isOpen(), "what was done once stays done");
        });
    }

    /** As {@code CallExecution} joins the two: the gate records what it lets pass, and a cancellation closes it. */
    @Test
    void aCancellationLeavesADoubtIfItWasSent() {
        explore(() -> {
            DoubtLedger ledger = ledger();
            SendGate gate = new SendGate(ledger::recordSent);
            boolean[] passed = new boolean[1];
            boolean[] open = new boolean[1];
            threads(() -> passed[0] = gate.pass(), () -> {
                if (gate.close()) {
                    ledger.recordEnd(FailureKind.LOST, DoubtLedger.SendTime.UNKNOWN);
                    open[0] = ledger.isOpen();
                }
            });
            require(open[0] == passed[0], "a cancelled call is in doubt at once if and only if its request was sent");
            require(
                    ledger.isOpen() == passed[0],
                    "a cancelled call stays in doubt if and only if its request was sent");
        });
    }

    @Test
    void isLinearizable() {
        requireLinearizable(DoubtLedgerInterleavings.class);
    }

    private final DoubtLedger ledger = ledger();

    /** A request that was sent later than the limit after the clock's only time. */
    private static final DoubtLedger.SendTime LATE = new DoubtLedger.SendTime(1_000, 1_000_000_000);

    private static DoubtLedger ledger() {
        return new DoubtLedger(CLOCK, () -> 0, Duration.ofMillis(10));
    }

    @Operation
    public void send() {
        ledger.recordSent();
    }

    @Operation
    public void endRefused() {
        ledger.recordEnd(FailureKind.REFUSED, LATE);
    }

    @Operation
    public void endLost() {
        ledger.recordEnd(FailureKind.LOST, LATE);
    }

    @Operation
    public void endRefusedLate() {
        ledger.recordEnd(FailureKind.TOO_FEW_GLOEBITS, LATE);
    }

    @Operation
    public void unanswered() {
        ledger.recordUnanswered(null);
    }

    @Operation
    public void veto() {
        ledger.recordVeto();
    }

    @Operation
    public void done() {
        ledger.recordDone();
    }

    @Operation
    public void inherit() {
        DoubtLedger other = ledger();
        other.recordUnanswered(null);
        ledger.inherit(other);
    }

    @Operation
    public boolean isOpen() {
        return ledger.isOpen();
    }

    @Operation
    public boolean isDone() {
        return ledger.isDone();
    }
}
