package com.gloebit.simulator.internal.http;

import com.gloebit.simulator.internal.wire.ViolationText;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/** A request whose body is not read yet. */
record RequestHead(String method, RouteMatch match, HttpHeaders headers, Optional<FaultSpec> fault) {
    String endpoint() {
        return match.route().map(Route::path).orElseGet(() -> ViolationText.quoted(match.path()));
    }

    /** Whether a fault ends it before anything of the body is read. */
    boolean isUnread() {
        return fault.filter(FaultSpec::readsNothing).isPresent();
    }

    /** The statuses that are answered before the answer. */
    List<Integer> interim() {
        return fault.map(FaultSpec::interimStatuses).orElseGet(List::of);
    }

    /** How the answer is sent; empty for as HTTP has it. */
    Optional<FaultyTransmission> delivery() {
        return fault.flatMap(FaultyTransmission::of);
    }
}
