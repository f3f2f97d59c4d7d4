package com.gloebit.reactive.simulation;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.Payee;
import com.gloebit.reactive.transaction.ProductPurchase;
import com.gloebit.reactive.transaction.Purchase;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.transaction.UserPayment;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.reactivestreams.Publisher;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What the users of one world do, as its seed has it, and then the calm in which everything has to be decided. */
final class Program {
    private static final int STEPS = 25;
    private static final Duration ROUND = Duration.ofMillis(10);

    private final World world;
    private final Chance chance;

    /** Of its own, so that steps and requests have the same chances with it and without. */
    private final Chance lines;

    private final List<Order> orders = new ArrayList<>();
    private final Goods goods = new Goods();
    private final Audit audit;

    Program(World world, Chance chance, Chance lines) {
        this.world = world;
        this.chance = chance;
        this.lines = lines;
        this.audit = new Audit(world, orders, goods);
    }

    void run() {
        for (int i = 0; i < STEPS; i++) {
            disturbConnections();
            step();
            audit.afterStep();
        }
        world.calm();
        settleAll();
        audit.atTheEnd();
    }

    /** What the pool has may be gone, or goes as soon as it is made. */
    private void disturbConnections() {
        if (lines.oneIn(5)) {
            world.gloebit.connectionFaults().dropIdle();
        }
        if (lines.oneIn(10)) {
            world.gloebit.connectionFaults().dropNext(1 + lines.below(2));
        }
    }

    private void step() {
        switch (chance.below(20)) {
            case 0, 1, 2, 3, 4, 5 -> await(buy());
            case 6 -> await(twiceAtOnce(newOrder()));
            case 7 ->
                await(Flux.merge(IntStream.range(0, 4).mapToObj(i -> buy()).toList()));
            case 8, 9 -> await(cancelled(buy()));
            case 10, 11 -> await(oneOf(order -> order.buy(user(order.payer()))));
            case 12 -> await(oneOf(order -> order.resend(user(order.payer()))));
            case 13 -> await(oneOf(order -> world.node().holds().abandon(order.id())));
            case 14 -> await(world.node().holds().recovery());
            case 15 -> world.restart();
            case 16 -> restartAmid(buy());
            case 17 -> await(grant());
            case 18 -> await(chance.oneIn(2) ? consume() : cancelled(consume()));
            default -> await(Flux.merge(anyone().balance(), anyone().products().list(), anyone().info()));
        }
    }

    private Mono<?> buy() {
        Order order = newOrder();
        return order.buy(user(order.payer()));
    }

    /** One and the same {@code Mono}. */
    private Publisher<?> twiceAtOnce(Order order) {
        Mono<?> call = order.buy(user(order.payer())).onErrorComplete(GloebitException.class);
        return Flux.merge(call, call);
    }

    private Mono<?> cancelled(Mono<?> call) {
        return call.takeUntilOther(Mono.delay(Duration.ofNanos(chance.below(4_000_000))));
    }

    private void restartAmid(Mono<?> call) {
        Duration wait = Duration.ofNanos(chance.below(3_000_000));
        await(Flux.merge(
                call.onErrorComplete(GloebitException.class),
                Mono.delay(wait).then(Mono.fromRunnable(world::restart))));
    }

    private Publisher<?> oneOf(java.util.function.Function<Order, Publisher<?>> action) {
        return orders.isEmpty() ? Mono.empty() : action.apply(chance.of(orders));
    }

    private Mono<Long> grant() {
        String user = chance.of(World.USERS);
        String product = chance.of(World.PRODUCTS);
        int count = 1 + chance.below(3);
        return goods.change(user, product, count, user(user).products().grant(product, count));
    }

    private Mono<Long> consume() {
        String user = chance.of(World.USERS);
        String product = chance.of(World.PRODUCTS);
        return goods.change(user, product, -1, user(user).products().consume(product, 1));
    }

    private Order newOrder() {
        String payer = chance.of(World.USERS);
        TransactionId id = TransactionId.of("order-" + orders.size());
        Order order = new Order(payer, purchase(id, payer));
        orders.add(order);
        return order;
    }

    private Purchase purchase(TransactionId id, String payer) {
        return switch (chance.below(4)) {
            case 0 -> ProductPurchase.of(id, chance.of(World.FOR_SALE)).username(payer);
            case 1 ->
                UserPayment.of(id, "lesson", price(), payee(chance.of(World.USERS)))
                        .username(payer);
            default ->
                ItemPurchase.of(id, "torch", price())
                        .quantity(1 + chance.below(2))
                        .username(payer);
        };
    }

    private BigDecimal price() {
        return chance.oneIn(10) ? new BigDecimal("150") : new BigDecimal(1 + chance.below(20)).scaleByPowerOfTen(-1);
    }

    private Payee payee(String user) {
        return Payee.byGloebitId(user, user, world.gloebit.accountId(user).toString());
    }

    private AuthorizedUser anyone() {
        return user(chance.of(World.USERS));
    }

    private AuthorizedUser user(String name) {
        return world.node().user(name);
    }

    /** Faults are over: time goes by, breakers close, recovery looks after what is due, Gloebit calls. */
    private void settleAll() {
        World.USERS.forEach(user -> world.gloebit.deposit(user, new BigDecimal("10000")));
        Flux.interval(Duration.ZERO, ROUND)
                .onBackpressureDrop()
                .concatMap(
                        unused -> {
                            world.clock.advance(Duration.ofMinutes(10));
                            return world.node().holds().recovery().then(Mono.just(true));
                        },
                        1)
                .publishOn(Schedulers.boundedElastic())
                .takeUntil(unused -> isIdle() && audit.isDecided())
                .blockLast(World.PATIENCE);
    }

    private boolean isIdle() {
        try {
            return world.gloebit.holdCallbacks().awaitIdle(ROUND);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private void await(Publisher<?> work) {
        Flux.from(work).onErrorComplete(Program::isTyped).blockLast(World.PATIENCE);
    }

    /** Of calls that are made at once, several may fail at once. */
    private static boolean isTyped(Throwable error) {
        return Exceptions.unwrapMultipleExcludingTracebacks(error).stream()
                .allMatch(GloebitException.class::isInstance);
    }
}
