package com.gloebit.reactive.internal.http;

import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** Reactor Netty tells a full pool by exceptions of a shaded library; they extend common ones, so they are named here. */
public final class PoolFailures {
    private PoolFailures() {}

    public static boolean isExhausted(Throwable error) {
        return error instanceof PoolAcquirePendingLimitException || error instanceof PoolAcquireTimeoutException;
    }
}
