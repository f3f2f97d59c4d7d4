package com.gloebit.reactive.internal.endpoint;

import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.TransactionId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One call: an endpoint, its argument and the credential. The body is encoded once, so that every attempt and every
 * resubscription sends the same bytes.
 *
 * @param <A> the argument
 * @param <R> the result
 */
public final class Call<A, R> {
    private final Endpoint<A, R> endpoint;
    private final A argument;
    private final @Nullable Credential credential;
    private final byte @Nullable [] body;

    private final @Nullable TransactionId transactionId;

    private Call(
            Endpoint<A, R> endpoint,
            A argument,
            @Nullable Credential credential,
            byte @Nullable [] body,
            @Nullable TransactionId transactionId) {
        this.endpoint = endpoint;
        this.argument = argument;
        this.credential = credential;
        this.body = body;
        this.transactionId = transactionId;
    }

    public static <A, R> Call<A, R> of(Endpoint<A, R> endpoint, A argument, @Nullable Credential credential) {
        TransactionId id = argument instanceof PendingPurchase purchase ? purchase.transactionId() : null;
        return new Call<>(endpoint, argument, credential, endpoint.body(argument), id);
    }

    /** Returns this call as part of a purchase. */
    public Call<A, R> partOf(@Nullable TransactionId transactionId) {
        return new Call<>(endpoint, argument, credential, body, transactionId);
    }

    public Endpoint<A, R> endpoint() {
        return endpoint;
    }

    public String path() {
        return endpoint.path(argument);
    }

    public @Nullable String accessToken() {
        return credential == null ? null : credential.accessToken();
    }

    /** Returns the body. All attempts share the array, so it must not be changed. */
    public byte @Nullable [] body() {
        return body;
    }

    /** Returns the id of the purchase that the call belongs to, or null. */
    public @Nullable TransactionId transactionId() {
        return transactionId;
    }

    /** Returns the required scope if the credential is known to lack it, or null. */
    public @Nullable Scope missingScope() {
        Scope required = endpoint.scope();
        Set<Scope> granted = credential == null ? null : credential.scopes();
        return required == null || granted == null || required.isAllowedBy(granted) ? null : required;
    }

    public R read(Answer answer) {
        return endpoint.read(argument, answer);
    }

    public GloebitException unknownOutcome(GloebitException last) {
        return endpoint.unknownOutcome(argument, last);
    }

    /** Shows the endpoint only. */
    @Override
    public String toString() {
        return "Call[" + endpoint + "]";
    }
}
