package com.gloebit.reactive.redeploy;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.hold.HeldTransaction;
import com.gloebit.reactive.hold.HoldHandler;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.hold.TransactionJournal;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.function.BiFunction;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** An application: uses the library, and stops it when it is taken away. */
public final class DeployedShop implements BiFunction<URI, MeterRegistry, String> {
    @Override
    public String apply(URI gloebit, MeterRegistry meters) {
        GloebitClient client = GloebitClient.builder(Given.SECRETS)
                .environment(GloebitEnvironment.custom(gloebit))
                .resilience(FakeGloebit.QUICK)
                .meterRegistry(meters)
                .signingKey(new byte[32])
                .holds(HoldSettings.of(
                        URI.create("https://app.example/holds"), TransactionJournal.inMemory(), new HoldHandler() {
                            @Override
                            public Mono<Void> consume(HeldTransaction transaction) {
                                return Mono.empty();
                            }
                        }))
                .build();
        AuthorizedUser ada = client.withCredential(Credential.of(Given.TOKEN));
        Disposable underWay = Mono.empty().subscribe();
        try {
            client.warmUp().block(Given.PATIENCE);
            underWay = ada.info().onErrorComplete().subscribe();
            return ada.purchase(Given.TORCHES).map(Receipt::state).block(Given.PATIENCE) + " "
                    + ada.balance().block(Given.PATIENCE);
        } finally {
            client.dispose();
            underWay.dispose();
        }
    }
}
