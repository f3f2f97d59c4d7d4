package com.gloebit.reactive.fault.support;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One cell of the matrix.
 *
 * @param fault what goes wrong
 * @param kind with what call
 * @param fresh whether the attempt that meets the fault makes its connection, or has one of the pool
 * @param position which attempt it is, from 1 to {@link #ATTEMPTS}; those before are declined
 */
public record Cell(InjectedFault fault, MatrixCall kind, boolean fresh, int position) {
    public static final int ATTEMPTS = 3;

    public static List<Cell> all() {
        return InjectedFault.all().flatMap(Cell::of).toList();
    }

    private static Stream<Cell> of(InjectedFault fault) {
        return Arrays.stream(MatrixCall.values())
                .filter(fault::isFor)
                .flatMap(kind -> Stream.of(true, false)
                        .flatMap(fresh ->
                                Stream.of(1, 2, ATTEMPTS).map(position -> new Cell(fault, kind, fresh, position))));
    }

    /** A connection that is there cannot be refused, and one that is not made cannot be dropped. */
    public boolean isMet() {
        return !fault.isOnConnection() || (fault.equals(InjectedFault.DROPPED_IDLE) != fresh);
    }

    @Override
    public String toString() {
        return fault.name() + " | " + kind + " | " + (fresh ? "fresh" : "pooled") + " | attempt " + position;
    }
}
