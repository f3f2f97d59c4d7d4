package com.gloebit.reactive;

import com.gloebit.reactive.internal.application.ProcessResources;
import com.gloebit.reactive.internal.http.Network;
import com.gloebit.reactive.settings.GloebitEnvironment;

/** Builds clients over a simulated network, in a simulated process. */
@SuppressWarnings("exports") // not of the module: these are tests
public final class SimulatedClients {
    private SimulatedClients() {}

    public static GloebitClient build(
            GloebitClientBuilder builder, GloebitEnvironment service, Network network, ProcessResources process) {
        return builder.build(service, network, process);
    }
}
