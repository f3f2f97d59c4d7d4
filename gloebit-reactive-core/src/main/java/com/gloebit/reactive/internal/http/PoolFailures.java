package com.gloebit.reactive.internal.http;

import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/**
 * Recognizes the exceptions of a full pool. They are classes of a library shaded into Reactor Netty and extend common
 * exceptions, so they are matched by their own types.
 */
public final class PoolFailures {
    private PoolFailures() {}

    public static boolean isExhausted(Throwable error) {
        return error instanceof PoolAcquirePendingLimitException || error instanceof PoolAcquireTimeoutException;
    }
}
