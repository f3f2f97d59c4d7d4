package com.gloebit.reactive.internal.http;

import io.netty.handler.ssl.DelegatingSslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.time.Duration;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;

class WarmUpTest {
    @Test
    void theWarmUpEndsInTimeIfAClassIsMissing() throws Exception {
        DelegatingSslContext broken =
                new DelegatingSslContext(SslContextBuilder.forClient().build()) {
                    @Override
                    protected void initEngine(SSLEngine engine) {
                        throw new NoClassDefFoundError("missing");
                    }
                };
        WarmUp warmUp = new WarmUp(HttpClient.create().secure(ssl -> ssl.sslContext(broken)), true);

        StepVerifier.create(warmUp.run(Mono.empty(), Duration.ofMillis(10)))
                .expectComplete()
                .verify(Duration.ofSeconds(20));
    }
}
