package com.gloebit.reactive.hold;

import com.gloebit.reactive.transaction.TransactionId;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRoutes;

/** Hold callbacks of Gloebit, and the settlement of transactions that results from them. */
public interface Holds {
    /**
     * Answers a callback that arrived at any server. The journal records the callback before the effect runs. Send the
     * returned answer unchanged, and call this method for {@code GET} requests only. After subscription, a consume or a
     * cancel continues even if the {@code Mono} is cancelled: Gloebit may close the connection, and does not repeat
     * these two callbacks.
     *
     * @param request path and query as they arrived at this server; the host is ignored
     * @return never empty and never fails; status 404 if the URL is not a callback URL of this client
     */
    Mono<HoldAnswer> answer(URI request);

    /**
     * The callbacks as routes of a Reactor Netty server. The routes lie below {@link HoldSettings#serverPath} or, if
     * that is null, below the path of {@link HoldSettings#baseUri}. {@code GET} is the only method allowed.
     *
     * @return the routes, to pass to {@code HttpServer.route} or to apply to other routes
     */
    Consumer<HttpServerRoutes> routes();

    /**
     * Waits until a transaction is settled. The wait has no limit and continues after the client is closed, so put a
     * {@code timeout} on it. It can be repeated later, also after a restart.
     *
     * <table>
     * <caption>How the wait ends</caption>
     * <tr><th>State of the transaction</th><th>Result</th></tr>
     * <tr><td>paid</td><td>completes; the consume effect may still be running</td></tr>
     * <tr><td>cancelled</td><td>{@code TransactionCancelledException}, {@code NOT_DONE}</td></tr>
     * <tr><td>abandoned, or rejected in an enact</td><td>the same, at once; the gloebits may stay held until Gloebit
     *     rolls the transaction back</td></tr>
     * <tr><td>cancelled, and Gloebit reported a payment afterwards</td><td>{@code TransactionCancelledException},
     *     {@code UNKNOWN}</td></tr>
     * <tr><td>not in the journal</td><td>{@code TransactionNotInJournalException}, {@code UNKNOWN}</td></tr>
     * <tr><td>not readable, because the journal fails</td><td>the journal's own failure</td></tr>
     * <tr><td>{@code REJECTED}</td><td>the wait continues, because the purchase may be made again under its id;
     *     {@link #abandon} ends it</td></tr>
     * </table>
     *
     * @param id the transaction
     * @return completes when the transaction is paid, which is final
     */
    Mono<Void> settlement(TransactionId id);

    /**
     * Reads the status of a transaction from the journal. Nothing is sent to Gloebit. Fails with the journal's own
     * failure if the journal fails.
     *
     * @param id the transaction
     * @return the status; empty if the transaction is not in the journal
     */
    Mono<TransactionStatus> status(TransactionId id);

    /**
     * Abandons a transaction: the client answers a later enact with no, and the id cannot be used for a purchase again. Nothing
     * is sent to Gloebit, so the gloebits may stay held until Gloebit sends an enact or rolls the transaction back. Fails with
     * {@code TransactionNotInJournalException} if the transaction is not in the journal.
     *
     * @param id the transaction
     * @return true if the transaction is abandoned or was cancelled before; false if it was enacted or paid, or if
     *     Gloebit's final callbacks contradict each other
     */
    Mono<Boolean> abandon(TransactionId id);

    /**
     * Reads up to 100 due transactions from the journal once, and does the following with each:
     *
     * <ul>
     * <li>It runs an effect that has not succeeded yet.
     * <li>It sends an unanswered purchase again, if the purchase was made through {@code GloebitClient.user(String)},
     *     with the credential that the {@code CredentialStore} contains at that time. A closed client sends nothing.
     * </ul>
     *
     * <p>Intended for a scheduler that calls it every few seconds, on any number of nodes. {@link #recovery(Duration)}
     * needs no scheduler.
     *
     * @return the transactions that made progress; fails only if the journal fails
     */
    Flux<TransactionId> recovery();

    /**
     * Repeats {@link #recovery()}, beginning at once. A failed pass is logged, and the next one follows. Subscribe to
     * it for as long as the application runs. Closing the client ends it.
     *
     * @param pause the pause between two passes, a millisecond to a day; 5 seconds is a good value
     * @return the transactions that made progress; never fails, and completes before the next pass once the client is
     *     closed
     */
    Flux<TransactionId> recovery(Duration pause);

    /**
     * The signed callback URL that Gloebit receives. Tests call it in Gloebit's place.
     *
     * @param id the transaction
     * @param step the step
     * @return an absolute URI; confidential, since a request for it takes the step
     */
    URI callbackUri(TransactionId id, HoldStep step);
}
