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

/** Looks up the name of the payer with {@code /user}, for a purchase that does not give one. */
final class PayerName {
    /** The same limit applies to a name that the application gives. */
    private static final int MAX_LENGTH = 255;

    private PayerName() {}

    /** @param details the details of a failure before the purchase is sent */
    static Mono<String> lookUp(EndpointInvoker invoker, FailureDetails details) {
        return Mono.defer(() -> {
                    Credential credential = Objects.requireNonNull(invoker.credential());
                    GloebitException missing = missingScope(credential.scopes(), details);
                    return missing == null
                            ? invoker.callFor(details.transactionId(), Endpoints.USER_INFO)
                            : Mono.error(missing);
                })
                .map(UserInfo::name)
                .filter(name -> name.length() <= MAX_LENGTH && Arguments.halfCharacter(name) < 0)
                .switchIfEmpty(Mono.error(() -> new UsernameRequiredException(details, null)));
    }

    private static @Nullable GloebitException missingScope(@Nullable Set<Scope> scopes, FailureDetails details) {
        if (scopes == null) {
            return null;
        }
        if (!scopes.contains(Scope.TRANSACT)) {
            return new ScopeMissingException(Scope.TRANSACT, details);
        }
        return Scope.USER.isAllowedBy(scopes) ? null : new UsernameRequiredException(details, null);
    }
}
