package com.gloebit.simulator;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.Optional;

/** A request whose body is not read yet. */
record Arrival(String method, Target target, HttpHeaders headers, Optional<Fault> fault) {
    String endpoint() {
        return target.route().map(Route::path).orElseGet(() -> Words.quoted(target.path()));
    }

    boolean meets(Fault.Kind kind) {
        return fault.filter(met -> met.kind() == kind).isPresent();
    }
}
