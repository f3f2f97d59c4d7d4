package com.gloebit.reactive;

import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.application.Application;
import com.gloebit.reactive.internal.application.ProcessResources;
import com.gloebit.reactive.internal.pipeline.EndpointInvoker;
import com.gloebit.reactive.internal.pipeline.Pipeline;
import com.gloebit.reactive.internal.pipeline.Resilience;
import com.gloebit.reactive.internal.purchase.PurchaseService;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.settings.ResilienceSettings;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.transaction.TransactionId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * A purchase and a read that pass through everything but the network, so that their classes are loaded before the first
 * user's call. They share nothing with the client: neither secrets, meters, breakers nor ids.
 */
final class Rehearsal {
    private static final TransactionId ID = TransactionId.of("rehearsal");
    private static final byte[] ANSWER =
            "{\"success\":true,\"id\":\"rehearsal\",\"balance\":1.5,\"reason\":\"success\",\"status\":\"queued\"}"
                    .getBytes(StandardCharsets.UTF_8);

    private Rehearsal() {}

    static Mono<Void> play() {
        return Mono.defer(() -> {
            Pipeline pipeline = pipeline();
            AuthorizedUser nobody = user(pipeline);
            return nobody.purchase(ItemPurchase.of(ID, "rehearsal", 1).withUsername(""))
                    .then(nobody.balance())
                    .then()
                    .doFinally(end -> pipeline.cutOff());
        });
    }

    private static Pipeline pipeline() {
        MeterRegistry unseen = new SimpleMeterRegistry();
        ProcessResources process = ProcessResources.system();
        return new Pipeline(
                (call, gate) -> Mono.fromCallable(() -> {
                    gate.pass();
                    return new Answer(200, null, ANSWER, ANSWER.length);
                }),
                new Resilience(
                        "rehearsal",
                        ResilienceSettings.DEFAULT,
                        1,
                        null,
                        null,
                        unseen,
                        process.monotonicClock(Clock.systemUTC())),
                ResilienceSettings.DEFAULT,
                unseen,
                process);
    }

    private static AuthorizedUser user(Pipeline pipeline) {
        Application application = new Application(ClientSecrets.of("rehearsal", "rehearsal"), Clock.systemUTC());
        Credential credential = Credential.of("rehearsal");
        return new UserCalls(
                new EndpointInvoker(pipeline, credential, null, CallLimits.DEFAULT),
                credential,
                application,
                new PurchaseService(
                        application,
                        TransactVersion.V1,
                        Duration.ofMinutes(1),
                        System::nanoTime,
                        new SimpleMeterRegistry(),
                        null));
    }
}
