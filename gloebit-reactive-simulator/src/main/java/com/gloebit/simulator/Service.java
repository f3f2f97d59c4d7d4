package com.gloebit.simulator;

/** All that a simulator knows and does between two resets. The server is not part of it. */
record Service(
        Directory directory,
        Ledger ledger,
        Authorizations authorizations,
        Violations violations,
        Faults faults,
        Routes routes,
        HoldQueue queue,
        RequestProcessor processor) {}
