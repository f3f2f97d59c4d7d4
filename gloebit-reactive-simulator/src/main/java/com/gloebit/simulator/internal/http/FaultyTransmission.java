package com.gloebit.simulator.internal.http;

import java.time.Duration;
import java.util.Optional;

/**
 * The transmission of an answer that departs from HTTP.
 *
 * @param part the part of the answer that is sent
 * @param end the end of the transmission
 * @param pause the pause before each byte, or before the end if no byte is sent; empty for no pause
 */
record FaultyTransmission(Part part, End end, Optional<Duration> pause) {
    enum Part {
        NOTHING,
        HALF_OF_HEAD,
        HEAD_AND_HALF_OF_BODY,
        /** Like {@link #HEAD_AND_HALF_OF_BODY}, but the end of the connection delimits the body. */
        UNANNOUNCED_HALF_OF_BODY,
        ALL
    }

    enum End {
        SILENCE,
        CLOSE,
        RESET
    }

    /** Returns the transmission of a fault; empty if its answer is sent as HTTP requires. */
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
