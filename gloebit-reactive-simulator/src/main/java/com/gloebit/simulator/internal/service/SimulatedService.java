package com.gloebit.simulator.internal.service;

import com.gloebit.simulator.internal.hold.HoldDispatcher;
import com.gloebit.simulator.internal.http.FaultQueue;
import com.gloebit.simulator.internal.http.RequestProcessor;
import com.gloebit.simulator.internal.http.Routes;
import com.gloebit.simulator.internal.ledger.Ledger;
import com.gloebit.simulator.internal.ledger.Registry;
import com.gloebit.simulator.internal.oauth.Authorizations;
import com.gloebit.simulator.internal.wire.Violations;

/** The state and the components of a simulator between two resets, without the server. */
public record SimulatedService(
        Registry registry,
        Ledger ledger,
        Authorizations authorizations,
        Violations violations,
        FaultQueue faults,
        Routes routes,
        HoldDispatcher holds,
        RequestProcessor processor) {}
