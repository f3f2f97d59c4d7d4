package com.gloebit.reactive.redeploy;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.wire.support.Given;
import java.net.URI;
import java.util.function.Consumer;

/** An application that starts, and waits for its first user. */
public final class WarmedShop implements Consumer<URI> {
    @Override
    public void accept(URI gloebit) {
        GloebitClient client = GloebitClient.builder(Given.SECRETS)
                .environment(GloebitEnvironment.custom(gloebit))
                .build();
        client.warmUp().block(Given.PATIENCE);
        client.dispose();
    }
}
