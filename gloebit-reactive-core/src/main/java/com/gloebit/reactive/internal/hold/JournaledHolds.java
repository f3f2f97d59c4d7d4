package com.gloebit.reactive.internal.hold;

import com.gloebit.reactive.failure.FailureDetails;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.TransactionNotInJournalException;
import com.gloebit.reactive.hold.HoldAnswer;
import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.hold.Holds;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.hold.TransactionStatus;
import com.gloebit.reactive.internal.Arguments;
import com.gloebit.reactive.internal.http.HoldRoutes;
import com.gloebit.reactive.transaction.TransactionId;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRoutes;

/** {@link Holds}, backed by the transaction journal. */
public final class JournaledHolds implements Holds {
    private final HoldService holdService;
    private final Resending resending;

    public JournaledHolds(HoldService holdService, Resending resending) {
        this.holdService = holdService;
        this.resending = resending;
    }

    @Override
    public Mono<HoldAnswer> answer(URI request) {
        return holdService.answer(Arguments.required("request", request));
    }

    @Override
    public Consumer<HttpServerRoutes> routes() {
        return new HoldRoutes(holdService.path(), this::answer);
    }

    @Override
    public Mono<Void> settlement(TransactionId id) {
        return holdService.settlement(Arguments.required("id", id));
    }

    @Override
    public Mono<TransactionStatus> status(TransactionId id) {
        return holdService.status(Arguments.required("id", id));
    }

    @Override
    public Mono<Boolean> abandon(TransactionId id) {
        return holdService
                .abandon(Arguments.required("id", id))
                .map(entry -> entry.contradiction() == null
                        && (entry.state() == TransactionState.ABANDONED || entry.state() == TransactionState.CANCELLED))
                .switchIfEmpty(Mono.error(() -> new TransactionNotInJournalException(
                        FailureDetails.beforeSending("abandon")
                                .withTransactionId(id)
                                .withOutcome(Outcome.UNKNOWN),
                        null)));
    }

    @Override
    public Flux<TransactionId> recovery() {
        return holdService.recovery(resending);
    }

    @Override
    public Flux<TransactionId> recovery(Duration pause) {
        return holdService.recovery(resending, Arguments.positive("pause", pause));
    }

    @Override
    public URI callbackUri(TransactionId id, HoldStep step) {
        return holdService.uri(Arguments.required("id", id), Arguments.required("step", step));
    }
}
