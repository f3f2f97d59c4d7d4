package com.gloebit.simulator;

import io.netty.handler.codec.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** From a request that has arrived to its answer, without I/O. */
final class RequestProcessor {
    private final Routes routes;
    private final Faults faults;
    private final LateRequests late;
    private final Violations violations;

    RequestProcessor(Routes routes, Faults faults, LateRequests late, Violations violations) {
        this.routes = routes;
        this.faults = faults;
        this.late = late;
        this.violations = violations;
    }

    /** Counts the request and takes its fault, before anything of the body is read. */
    Arrival arrive(String method, String uri, HttpHeaders headers) {
        Target target = Target.of(uri, routes);
        target.route().ifPresent(Route::count);
        return new Arrival(method, target, headers, target.route().flatMap(faults::take));
    }

    /** What is to be answered, or half of it, or nothing of it: see {@link Delivery}. */
    Answer answer(Arrival arrival, byte[] body) {
        Answer answer = nowOrNever(arrival, body);
        late.passed();
        arrival.fault()
                .flatMap(Fault::lateness)
                .ifPresent(lateness ->
                        late.add(lateness, () -> processed(arrival, body).gone()));
        return answer;
    }

    private Answer nowOrNever(Arrival arrival, byte[] body) {
        Optional<Fault> fault = arrival.fault();
        if (fault.isEmpty()) {
            return processed(arrival, body);
        }
        Answer good = fault.get().processed() ? processed(arrival, body) : Answer.EMPTY;
        Optional<Answer> other = FaultyAnswer.of(fault.get());
        other.ifPresent(unused -> good.gone());
        return other.orElse(good);
    }

    private Answer processed(Arrival arrival, byte[] body) {
        try {
            return arrival.target()
                    .route()
                    .map(route -> route.answer(request(arrival, route, body)))
                    .orElseGet(() -> violation(arrival, 404, "there is no such endpoint"));
        } catch (Refusal refusal) {
            return refusal.answer();
        } catch (ContractViolation violation) {
            return violation(arrival, violation);
        }
    }

    Answer violation(Arrival arrival, ContractViolation violation) {
        return violation(arrival, 400, String.valueOf(violation.getMessage()));
    }

    private Answer violation(Arrival arrival, int status, String what) {
        return Answer.violation(status, violations.record(arrival.endpoint(), what));
    }

    private static Request request(Arrival arrival, Route route, byte[] body) {
        List<String> parameters = arrival.target().parameters().stream()
                .map(PercentEncoding::decodeSegment)
                .toList();
        return new Request(
                arrival.method(), route.path(), parameters, arrival.target().rawQuery(), arrival.headers(), text(body));
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new ContractViolation("the body is no UTF-8");
        }
    }
}
