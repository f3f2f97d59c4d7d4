package com.gloebit.reactive.hold;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.wire.support.Given;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** The lines that docs/observability.md promises to whoever has to look after something. */
class HoldLogTest {
    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("com.gloebit.reactive.internal.hold");

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final CallbackReceiver app =
            new CallbackReceiver(settings -> settings.withJournal(new FaultyJournal(settings.journal())));

    @BeforeEach
    void listen() {
        lines.start();
        LOGGER.addAppender(lines);
    }

    @AfterEach
    void close() {
        LOGGER.detachAppender(lines);
        app.gloebit.dispose();
    }

    @Test
    void aFailedEffectIsLoggedWithItsNumberOfFailures() {
        app.decision = Mono.error(new ArithmeticException("a name of a user"));
        app.called(HoldStep.ENACT);
        app.called(HoldStep.ENACT);

        assertThat(logged())
                .containsExactly(
                        "an effect of JournalEntry[order-1, QUEUED, version 1] failed, the 1. time: java.lang.ArithmeticException",
                        "an effect of JournalEntry[order-1, QUEUED, version 3] failed, the 2. time: java.lang.ArithmeticException");
    }

    @Test
    void aHandlerWithoutADecisionIsLogged() {
        app.decision = Mono.empty();
        app.called(HoldStep.ENACT);

        assertThat(logged())
                .containsExactly(
                        "an effect of JournalEntry[order-1, QUEUED, version 1] failed, the 1. time: java.lang.IllegalStateException");
    }

    @Test
    void anEffectThatCouldNotBeginIsLogged() {
        AtomicInteger steps = new AtomicInteger();
        ((FaultyJournal) app.settings.journal()).onReplace =
                step -> Mono.defer(() -> steps.incrementAndGet() == 2 ? FaultyJournal.lost() : step);
        app.called(HoldStep.CONSUME);

        assertThat(logged())
                .containsExactly(
                        "an effect of JournalEntry[order-1, CONSUMED, CONSUME due, version 1] failed, the 1. time: java.lang.IllegalStateException");
    }

    @Test
    void aCancelAfterAConsumeIsLogged() {
        app.called(HoldStep.CANCEL);
        app.called(HoldStep.CANCEL);
        assertThat(logged()).isEmpty();

        app.called(HoldStep.CONSUME);
        assertThat(logged())
                .containsExactly(
                        "CONSUME of JournalEntry[order-1, CANCELLED, version 4] contradicts an earlier callback or a veto");
    }

    @Test
    void aConsumeAfterACancelIsLogged() {
        app.called(HoldStep.CONSUME);
        app.called(HoldStep.CONSUME);
        assertThat(logged()).isEmpty();

        app.called(HoldStep.CANCEL);
        assertThat(logged())
                .containsExactly(
                        "CANCEL of JournalEntry[order-1, CONSUMED, version 4] contradicts an earlier callback or a veto");
    }

    @Test
    void aCallbackOfAnUnknownTransactionIsLogged() {
        app.calling(TransactionId.of("order-2"), HoldStep.CONSUME).block(Given.PATIENCE);

        assertThat(logged()).containsExactly("CONSUME of order-2, which is not in the journal");
    }

    /** By this thread: what an earlier test left running may still log on its own. */
    private List<String> logged() {
        String own = Thread.currentThread().getName();
        return lines.list.stream()
                .filter(line -> own.equals(line.getThreadName()))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
