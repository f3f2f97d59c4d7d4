package com.gloebit.reactive.fault.support;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One cell of the matrix.
 *
 * @param trouble what goes wrong
 * @param kind with what call
 * @param fresh whether the attempt in trouble makes its connection, or has one of the pool
 * @param position which attempt it is, from 1 to {@link #ATTEMPTS}; those before are declined
 */
public record Cell(InjectedFault trouble, Kind kind, boolean fresh, int position) {
    public static final int ATTEMPTS = 3;

    public static List<Cell> all() {
        return InjectedFault.all().flatMap(Cell::of).toList();
    }

    private static Stream<Cell> of(InjectedFault trouble) {
        return Arrays.stream(Kind.values())
                .filter(trouble::isFor)
                .flatMap(kind -> Stream.of(true, false)
                        .flatMap(fresh ->
                                Stream.of(1, 2, ATTEMPTS).map(position -> new Cell(trouble, kind, fresh, position))));
    }

    /** A connection that is there cannot be refused, and one that is not made cannot be dropped. */
    public boolean isMet() {
        return !trouble.isOnConnection() || (trouble.equals(InjectedFault.DROPPED_IDLE) != fresh);
    }

    @Override
    public String toString() {
        return trouble.name() + " | " + kind + " | " + (fresh ? "fresh" : "pooled") + " | attempt " + position;
    }
}
