package com.gloebit.simulator.internal.http;

import java.time.Duration;
import java.util.Optional;

/**
 * How an answer is sent that is not sent as HTTP has it.
 *
 * @param part how much of it
 * @param end what comes then
 * @param pause before each byte, or before the end where there is none; empty to send all at once
 */
record FaultyTransmission(Part part, End end, Optional<Duration> pause) {
    enum Part {
        NOTHING,
        HALF_OF_HEAD,
        HEAD_AND_HALF_OF_BODY,
        /** The same, with the end of the connection as that of the body. */
        UNANNOUNCED_HALF_OF_BODY,
        ALL
    }

    enum End {
        SILENCE,
        CLOSE,
        RESET
    }

    /** Empty for a fault that is a well-sent answer. */
    static Optional<FaultyTransmission> of(FaultSpec fault) {
        return switch (fault.kind()) {
            case DROP_UNREAD -> of(Part.NOTHING, End.CLOSE);
            case DROP -> Optional.of(new FaultyTransmission(Part.NOTHING, End.CLOSE, fault.pause()));
            case RESET_UNREAD, RESET -> of(Part.NOTHING, End.RESET);
            case HANG -> of(Part.NOTHING, End.SILENCE);
            case HANG_IN_HEADERS -> of(Part.HALF_OF_HEAD, End.SILENCE);
            case HANG_IN_BODY -> of(Part.HEAD_AND_HALF_OF_BODY, End.SILENCE);
            case HALF_ANSWER -> of(Part.HEAD_AND_HALF_OF_BODY, End.CLOSE);
            case HALF_ANSWER_THEN_RESET -> of(Part.HEAD_AND_HALF_OF_BODY, End.RESET);
            case TRUNCATED -> of(Part.UNANNOUNCED_HALF_OF_BODY, End.CLOSE);
            case CLOSE_AFTER_ANSWER -> of(Part.ALL, End.CLOSE);
            case DRIP -> Optional.of(new FaultyTransmission(Part.ALL, End.CLOSE, fault.pause()));
            default -> Optional.empty();
        };
    }

    private static Optional<FaultyTransmission> of(Part part, End end) {
        return Optional.of(new FaultyTransmission(part, end, Optional.empty()));
    }
}
