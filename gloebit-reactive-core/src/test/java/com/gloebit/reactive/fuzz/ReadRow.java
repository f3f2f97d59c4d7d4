package com.gloebit.reactive.fuzz;

import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.internal.endpoint.Answer;
import com.gloebit.reactive.internal.endpoint.Endpoint;
import com.gloebit.reactive.internal.endpoint.TokenRequest;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.PurchaseKind;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.wire.EndpointList;
import com.gloebit.reactive.wire.Given;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row and what was asked, as far as its reader looks at that.
 *
 * @param endpoint the row
 * @param argument what was asked
 */
@SuppressWarnings("NullAway") // rows whose reader looks at no argument get none
record ReadRow(Endpoint<Object, Object> endpoint, @Nullable Object argument) {
    private static final PendingPurchase PURCHASE = PendingPurchase.of(
            Given.TORCHES.transactionId(), PurchaseKind.ITEM, TransactVersion.V1, null, new byte[] {'{', '}'});
    private static final TokenRequest EXCHANGE =
            new TokenRequest(Given.SECRETS, Given.CODE, Set.of(Scope.USER, Scope.TRANSACT), Given.REDIRECT);

    private static final Map<String, ReadRow> ROWS =
            EndpointList.all().collect(Collectors.toMap(Endpoint::name, ReadRow::of));

    static ReadRow named(String name) {
        return Objects.requireNonNull(ROWS.get(name), name);
    }

    @SuppressWarnings("unchecked") // the argument is the row's
    private static ReadRow of(Endpoint<?, ?> endpoint) {
        String name = endpoint.name();
        return new ReadRow(
                (Endpoint<Object, Object>) endpoint,
                name.startsWith("transact") ? PURCHASE : name.equals("access-token") ? EXCHANGE : null);
    }

    Object read(Answer answer) {
        return endpoint.read(argument, answer);
    }

    GloebitException inDoubt(GloebitException last) {
        return endpoint.inDoubt(argument, last);
    }
}
