package com.gloebit.examples.demo;

import com.gloebit.examples.demo.output.Mode;
import com.gloebit.examples.demo.output.Terminal;
import java.time.Duration;
import reactor.core.publisher.Flux;

/** What {@code --help} shows. */
record Usage() implements Mode {
    static final String TEXT = """
            usage: demo [PURCHASES]
                   demo --tour
                   demo --environment sandbox|URI [--key KEY] [--redirect-uri URI] [--wait SECONDS]

            Without options, a shop in a simulated Gloebit makes so many purchases, 1 to 100000, unless said
            otherwise 2000, and proves that each was charged and delivered once.

              --tour               every call of the client, once, in a simulated Gloebit
              --environment WHERE  reads, and only reads, at a service that is there: sandbox is Gloebit's, a URI any
                                   other, such as that of ./simulator
              --key KEY            the application's OAuth key, unless the environment variable GLOEBIT_KEY has it.
                                   The secret is taken from the environment variable GLOEBIT_SECRET
              --redirect-uri URI   where the browser comes back to: http at 127.0.0.1 or localhost, with a port that
                                   the demo listens on meanwhile. The application's configuration at Gloebit has to
                                   allow it. Unless given, http://127.0.0.1:8080/callback
              --wait SECONDS       how long to wait for the browser, 1 to 3600; unless given, 300
              --help               this text

            Exit status: 2 for a wrong option, 1 if something failed or the books do not add up.""";

    @Override
    public Duration longest() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Flux<String> lines(Terminal terminal) {
        return Flux.just(TEXT);
    }
}
