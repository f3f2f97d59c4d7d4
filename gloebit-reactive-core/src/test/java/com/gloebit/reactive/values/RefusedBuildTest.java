package com.gloebit.reactive.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitClientBuilder;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.hold.TransactionJournal;
import com.gloebit.reactive.settings.GloebitEnvironment;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RefusedBuildTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void aRefusedBuildLeavesNoMeterBehind() {
        GloebitClientBuilder keyless = GloebitClient.builder(ClientSecrets.of("key", "secret"))
                .environment(GloebitEnvironment.SANDBOX)
                .meterRegistry(meters)
                .holds(HoldSettings.of(
                        URI.create("https://app.example/holds"),
                        TransactionJournal.inMemory(),
                        transaction -> Mono.empty()));

        assertThatIllegalStateException()
                .isThrownBy(keyless::build)
                .withMessage("holds need a signingKey: callback URLs outlive the process");

        assertThat(meters.getMeters()).isEmpty();
    }
}
