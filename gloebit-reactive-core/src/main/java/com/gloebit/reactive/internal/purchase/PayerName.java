package com.gloebit.reactive.internal.purchase;

import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.failure.FailureDetails;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.ScopeMissingException;
import com.gloebit.reactive.failure.UsernameRequiredException;
import com.gloebit.reactive.identity.UserInfo;
import com.gloebit.reactive.internal.Arguments;
import com.gloebit.reactive.internal.endpoint.Endpoints;
import com.gloebit.reactive.internal.pipeline.EndpointInvoker;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Looks the payer's name up with {@code /user}, for a purchase that names none. */
final class PayerName {
    /** As for a name that the caller gives. */
    private static final int MAX_LENGTH = 255;

    private PayerName() {}

    /** @param failing the details of a failure that comes before the purchase is sent */
    static Mono<String> lookUp(EndpointInvoker caller, FailureDetails failing) {
        return Mono.defer(() -> {
                    Credential credential = Objects.requireNonNull(caller.credential());
                    GloebitException refused = refuse(credential.scopes(), failing);
                    return refused == null
                            ? caller.callFor(failing.transactionId(), Endpoints.USER_INFO)
                            : Mono.error(refused);
                })
                .map(UserInfo::name)
                .filter(name -> name.length() <= MAX_LENGTH && Arguments.halfCharacter(name) < 0)
                .switchIfEmpty(Mono.error(() -> new UsernameRequiredException(failing, null)));
    }

    private static @Nullable GloebitException refuse(@Nullable Set<Scope> granted, FailureDetails failing) {
        if (granted == null) {
            return null;
        }
        if (!granted.contains(Scope.TRANSACT)) {
            return new ScopeMissingException(Scope.TRANSACT, failing);
        }
        return Scope.USER.isAllowedBy(granted) ? null : new UsernameRequiredException(failing, null);
    }
}
