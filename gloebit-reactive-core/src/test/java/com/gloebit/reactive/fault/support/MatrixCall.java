package com.gloebit.reactive.fault.support;

import com.gloebit.reactive.failure.AuthorizationFailedException;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.TransactionId;
import java.math.BigDecimal;
import java.util.function.IntSupplier;
import reactor.core.publisher.Mono;

/** The four repeat-safeties, each with a call that has it. */
public enum MatrixCall {
    ALWAYS("/balance") {
        @Override
        public Task task(FaultyService world) {
            return new Task(world.bob.balance(), () -> 0);
        }
    },
    BY_KEY("/transact") {
        @Override
        public Task task(FaultyService world) {
            TransactionId order = TransactionId.random();
            return new Task(
                    world.bob.purchase(ItemPurchase.of(order, "match", new BigDecimal("0.01"))
                            .withUsername("bob")),
                    () -> world.isBookedOnce(order) ? 1 : 0);
        }
    },
    CODE("/oauth2/access-token") {
        @Override
        public Task task(FaultyService world) {
            Mono<?> exchange = world.gloebit.exchange(world.freshCallback(), FaultyService.SESSION);
            return new Task(exchange, () -> isSpent(exchange) ? 1 : 0);
        }

        /** A code is good once. */
        private static boolean isSpent(Mono<?> exchange) {
            return Boolean.TRUE.equals(exchange.map(credential -> false)
                    .onErrorResume(AuthorizationFailedException.class, refused -> Mono.just(true))
                    .block(FaultyService.PATIENCE));
        }
    },
    NEVER_IF_DONE("/consume-user-product") {
        @Override
        public Task task(FaultyService world) {
            int before = world.torches();
            return new Task(world.bob.products().consume("Torch", 1), () -> before - world.torches());
        }
    };

    private final String path;

    MatrixCall(String path) {
        this.path = path;
    }

    /** The simulator's name of the endpoint. */
    public String path() {
        return path;
    }

    /** The client's name of the endpoint, in its meters. */
    public String endpoint() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Something new to do, not begun. */
    public abstract Task task(FaultyService world);

    /**
     * Something to do.
     *
     * @param call does it when subscribed to
     * @param carriedOut how often the simulator did it; to be asked once, at the end
     */
    public record Task(Mono<?> call, IntSupplier carriedOut) {}
}
