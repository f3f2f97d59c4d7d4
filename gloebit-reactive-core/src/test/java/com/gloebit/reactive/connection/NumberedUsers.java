package com.gloebit.reactive.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitClientBuilder;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.canary.CanaryMeters;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.settings.ConnectionSettings;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.wire.support.Given;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Many users at once, each with a balance of his own: his number. */
final class NumberedUsers {
    private static final String TOKEN = "t0ken-of-user-";
    private static final int AT_ONCE = 8;

    private NumberedUsers() {}

    /** Makes one attempt for a call, so that none hides another. More calls than connections: each is used at once. */
    static GloebitClientBuilder client(URI uri) {
        return GloebitClient.builder(Given.SECRETS)
                .environment(GloebitEnvironment.custom(uri))
                .meterRegistry(CanaryMeters.watched())
                .connections(ConnectionSettings.DEFAULT.withMaxConnections(AT_ONCE / 2))
                .limits(CallLimits.DEFAULT.withAttempts(1).withAttemptTimeout(Duration.ofSeconds(10)));
    }

    static Mono<String> read(GloebitClient client, int user) {
        return client.withCredential(Credential.of(TOKEN + user))
                .balance()
                .map(balance -> user + " reads " + balance)
                .onErrorResume(failure -> Mono.just(user + " fails: " + failure + ", " + failure.getCause()));
    }

    static void allReadTheirOwn(GloebitClient client, int calls) {
        List<String> read = Flux.range(1, calls)
                .flatMap(user -> read(client, user), AT_ONCE)
                .filter(said -> !said.matches("(\\d+) reads \\1"))
                .collectList()
                .block(Given.PATIENCE);
        assertThat(read)
                .as("of %s calls, those that did not read their own", calls)
                .isEmpty();
    }

    /** What this user is answered. */
    static String answer(String authorization) {
        String user = authorization.replace("Bearer " + TOKEN, "");
        return "{\"success\":true,\"balance\":" + user + "}";
    }

    static String answer(RawServer.Request request) {
        return RawServer.ok(answer(request.header("authorization")));
    }
}
