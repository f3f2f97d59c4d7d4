package com.gloebit.simulator.internal.http;

import com.gloebit.simulator.internal.wire.ViolationText;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/** A request before its body is read. */
record RequestHead(String method, RouteMatch match, HttpHeaders headers, Optional<FaultSpec> fault) {
    String endpoint() {
        return match.route().map(Route::path).orElseGet(() -> ViolationText.quoted(match.path()));
    }

    /** Whether a fault ends the request before its body is read. */
    boolean isUnread() {
        return fault.filter(FaultSpec::readsNothing).isPresent();
    }

    /** The statuses of the interim answers before the answer. */
    List<Integer> interim() {
        return fault.map(FaultSpec::interimStatuses).orElseGet(List::of);
    }

    /** The faulty transmission of the answer; empty for a correct one. */
    Optional<FaultyTransmission> delivery() {
        return fault.flatMap(FaultyTransmission::of);
    }
}
