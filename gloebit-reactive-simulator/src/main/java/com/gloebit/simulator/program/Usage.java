package com.gloebit.simulator.program;

import com.gloebit.simulator.OpenBehaviour;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What {@code --help} says. */
final class Usage {
    private Usage() {}

    static String text() {
        return """
                usage: simulator [OPTION ...]

                A Gloebit service on 127.0.0.1 with a ledger, for clients in any language. Runs until it is stopped.

                  --port N             port to listen on; without it, a free one
                  --tls                https, with a certificate made at the start
                  --certificate FILE   where to write that certificate in PEM, for clients to trust; overwrites
                  --account NAME:BALANCE
                                       a user; the password is the name. Repeatable
                  --product NAME:PRICE[:grantable][:unavailable][:limit=N]
                                       a product; the name has no colon. Repeatable
                  --application KEY    an application; its secret is taken from the environment variable
                                       %s. Repeatable, with one secret for all
                  --redirect URI       what redirect URIs and other URIs of the applications begin with. Repeatable
                  --any-loopback-port  leaves the port out where such a beginning is at localhost, 127.0.0.1 or [::1]
                  --open SWITCH        the other reading of what Gloebit leaves open. Repeatable; see below
                  --help               this text

                Without --account: ada with 1000 gloebits and bob with 10. Without --product: Sword for 25, at most 5,
                and Torch for 1.5, grantable. Without --application: test-application with the secret s3cr3t, as
                Gloebit publishes them. Without --redirect: http at localhost and 127.0.0.1, any port.

                Switches: %s.

                Exit status: 2 for a wrong option, 1 if the service cannot start.
                """.formatted(Options.SECRET_VARIABLE, switches());
    }

    private static String switches() {
        return Arrays.stream(OpenBehaviour.values())
                .map(CommandLine::word)
                .collect(Collectors.joining(",\n          "));
    }
}
