package com.gloebit.simulator.internal.http;

import com.gloebit.simulator.internal.wire.Answer;
import com.gloebit.simulator.internal.wire.ContractViolation;
import com.gloebit.simulator.internal.wire.PercentEncoding;
import com.gloebit.simulator.internal.wire.Refusal;
import com.gloebit.simulator.internal.wire.Request;
import com.gloebit.simulator.internal.wire.Violations;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Turns a request into an answer, without I/O. */
public final class RequestProcessor {
    private final Routes routes;
    private final FaultQueue faults;
    private final LateRequestQueue late;
    private final Violations violations;

    public RequestProcessor(Routes routes, FaultQueue faults, LateRequestQueue late, Violations violations) {
        this.routes = routes;
        this.faults = faults;
        this.late = late;
        this.violations = violations;
    }

    /** Answers a complete request. The answer ignores faults of its transmission. */
    public Answer answer(String method, String uri, HttpHeaders headers, byte[] body) {
        return answer(arrive(method, uri, headers), body);
    }

    /** Counts the request and takes its fault, before the body is read. */
    RequestHead arrive(String method, String uri, HttpHeaders headers) {
        RouteMatch match = RouteMatch.of(uri, routes);
        match.route().ifPresent(Route::count);
        return new RequestHead(method, match, headers, match.route().flatMap(faults::take));
    }

    /** Returns the answer, of which a {@link FaultyTransmission} may send a part or nothing. */
    Answer answer(RequestHead head, byte[] body) {
        Answer answer = nowOrNever(head, body);
        late.passed();
        head.fault()
                .flatMap(FaultSpec::lateness)
                .ifPresent(lateness ->
                        late.add(lateness, () -> processed(head, body).gone()));
        return answer;
    }

    private Answer nowOrNever(RequestHead head, byte[] body) {
        Optional<FaultSpec> fault = head.fault();
        if (fault.isEmpty()) {
            return processed(head, body);
        }
        Answer good = fault.get().processed() ? processed(head, body) : Answer.EMPTY;
        Optional<Answer> other = FaultyAnswer.of(fault.get());
        other.ifPresent(unused -> good.gone());
        return other.orElse(good);
    }

    private Answer processed(RequestHead head, byte[] body) {
        try {
            return head.match()
                    .route()
                    .map(route -> route.answer(request(head, route, body)))
                    .orElseGet(() -> violation(head, 404, "there is no such endpoint"));
        } catch (Refusal refusal) {
            return refusal.answer();
        } catch (ContractViolation violation) {
            return violation(head, violation);
        }
    }

    Answer violation(RequestHead head, ContractViolation violation) {
        return violation(head, 400, String.valueOf(violation.getMessage()));
    }

    private Answer violation(RequestHead head, int status, String what) {
        return Answer.violation(status, violations.record(head.endpoint(), what));
    }

    private static Request request(RequestHead head, Route route, byte[] body) {
        List<String> parameters = head.match().parameters().stream()
                .map(PercentEncoding::decodeSegment)
                .toList();
        return new Request(
                head.method(), route.path(), parameters, head.match().rawQuery(), head.headers(), text(body));
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new ContractViolation("the body is not UTF-8");
        }
    }
}
