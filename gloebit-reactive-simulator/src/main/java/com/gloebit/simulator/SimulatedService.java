package com.gloebit.simulator;

/** All that a simulator knows and does between two resets. The server is not part of it. */
record SimulatedService(
        Registry registry,
        Ledger ledger,
        Authorizations authorizations,
        Violations violations,
        FaultQueue faults,
        Routes routes,
        HoldDispatcher holds,
        RequestProcessor processor) {}
