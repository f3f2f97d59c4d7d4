package com.gloebit.reactive.hold;

import com.gloebit.reactive.transaction.TransactionId;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRoutes;

/** From Gloebit's callbacks to the last word about a transaction. */
public interface Holds {
    /**
     * Answers a callback, whatever server it came to: journal first, then the effect. Answer nothing else, and nothing
     * to other methods than {@code GET}. A consume or a cancel that has been subscribed to goes on when it is cancelled:
     * Gloebit may hang up, and does not come again.
     *
     * @param request path and query as they came to this server; the host is not looked at
     * @return never empty and never failing; status 404 for whatever is not a callback URL of this client's
     */
    Mono<HoldAnswer> answer(URI request);

    /**
     * The callbacks as routes of a Reactor Netty server, below {@link HoldSettings#serverPath}, or below the path of
     * {@link HoldSettings#baseUri} if there is none. {@code GET} is the only method allowed.
     *
     * @return to be given to {@code HttpServer.route}, or called with one's own routes
     */
    Consumer<HttpServerRoutes> routes();

    /**
     * Waits for the last word, for as long as it takes, a closed client included: put a {@code timeout} on it, and ask
     * again later or after a restart. Fails with {@code TransactionCancelledException} if there will be no payment, with
     * {@code TransactionNotHeldException} if the journal does not know the transaction, and with the journal's own
     * failure if it fails. It does not end for a purchase that was rejected and may be bought again under its id:
     * {@link #abandon} decides that.
     *
     * @param id the transaction
     * @return completes when it is paid for good; the effect of consume may still be running then
     */
    Mono<Void> settlement(TransactionId id);

    /**
     * Looks a transaction up in the journal; nothing is sent. Fails with the journal's own failure if it fails.
     *
     * @param id the transaction
     * @return how far it has come; empty if the journal does not know it
     */
    Mono<TransactionStatus> status(TransactionId id);

    /**
     * Gives a transaction up: an enact that comes will be answered no, and the same id cannot be bought again. Fails with
     * {@code TransactionNotHeldException} if the journal does not know the transaction.
     *
     * @param id the transaction
     * @return true if it will not be paid; false if it is too late: it was enacted or is final, or Gloebit's last words about
     *     it contradict each other
     */
    Mono<Boolean> abandon(TransactionId id);

    /**
     * Looks once, at up to 100 transactions, at what is due: runs effects that did not succeed yet, and sends purchases
     * again that were not answered, if they were made by {@code GloebitClient.user(String)}, with the credential that the
     * {@code CredentialStore} has then. Once the client is closed, it sends nothing. For a scheduler that comes by every
     * few seconds, on as many nodes as you like; {@link #recovery(Duration)} needs none.
     *
     * @return the transactions that it brought forward; fails only if the journal does
     */
    Flux<TransactionId> recovery();

    /**
     * Looks as {@link #recovery()} does, at once and then again and again. A look that fails is logged and is not the
     * last. Subscribe to it for as long as the application runs; closing the client ends it, too.
     *
     * @param pause between two looks, a millisecond to a day; 5 seconds will do
     * @return the transactions that it brought forward; never fails, and completes instead of the next look once the client
     *     is closed
     */
    Flux<TransactionId> recovery(Duration pause);

    /**
     * The callback URL that Gloebit is given, signed: tests call it as Gloebit would.
     *
     * @param id the transaction
     * @param step the step
     * @return an absolute URI; whoever has it can take the step
     */
    URI callbackUri(TransactionId id, HoldStep step);
}
