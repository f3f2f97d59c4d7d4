package com.gloebit.reactive.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.Payee;
import com.gloebit.reactive.transaction.ProductPurchase;
import com.gloebit.reactive.transaction.Purchase;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.transaction.UserPayment;
import com.gloebit.simulator.Product;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

    /** So that all steps together last less than a request can be late, by the client's assumption. */
    private static final int LONGEST_STEP_SECONDS = (int) Denial.LATEST.toSeconds() / (STEPS + 1);

    private static final int LOOKS = 7;
    private static final int CONNECTIONS = 2;

    private final SimulatedWorld world;
    private final SeededRandom chance;

    /** Of its own, so that steps and requests have the same chances with it and without. */
    private final SeededRandom lines;

    private final List<Order> orders = new ArrayList<>();
    private final ProductBounds goods = new ProductBounds();
    private final Audit audit;

    Program(SimulatedWorld world, SeededRandom chance, SeededRandom lines) {
        this.world = world;
        this.chance = chance;
        this.lines = lines;
        this.audit = new Audit(world, orders, goods);
    }

    void run() {
        for (int i = 0; i < STEPS; i++) {
            disturbConnections();
            passTime();
            step();
            audit.afterStep();
        }
        world.calm();
        if (world.holds) {
            beRich();
            lookUntilAllIsDecided();
        } else {
            sendAgainWhatIsInDoubt();
            beRich();
        }
        world.gloebit.lateRequests().release();
        if (world.holds) {
            lookUntilAllIsDecided();
        }
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

    /** With holds it would run out on effects that are running. */
    private void passTime() {
        if (!world.holds) {
            world.clock.advance(Duration.ofSeconds(lines.below(LONGEST_STEP_SECONDS)));
        }
    }

    private void step() {
        switch (chance.below(28)) {
            case 0, 1, 2, 3, 4, 5 -> await(buy());
            case 6 -> await(twiceAtOnce(newOrder()));
            case 7 ->
                await(Flux.merge(IntStream.range(0, 4).mapToObj(i -> buy()).toList()));
            case 8, 9 -> await(cancelled(buy()));
            case 10 -> await(oneOf(orders, order -> order.buy(user(order.payer()))));
            case 11 -> await(oneOf(inDoubt(), order -> order.buy(user(order.payer()))));
            case 12 -> await(oneOf(inDoubt(), order -> order.resend(user(order.payer()))));
            case 13 ->
                await(world.holds ? oneOf(orders, order -> world.node().holds().abandon(order.id())) : Mono.empty());
            case 14 -> await(world.holds ? world.node().holds().recovery() : Mono.empty());
            case 15 -> world.restart();
            case 16 -> restartAmid(buy());
            case 17 -> await(grant());
            case 18 -> await(chance.oneIn(2) ? consume() : cancelled(consume()));
            case 19 -> await(twice(newOrder()));
            case 20, 21 -> await(buyForAllBut(-1 - chance.below(40)));
            case 22 -> await(buyForAllBut(chance.below(20)));
            case 23, 24 -> world.topUp(chance.of(SimulatedWorld.USERS), new BigDecimal(1 + chance.below(100)));
            case 25 -> changeLimit();
            case 26 -> world.gloebit.lateRequests().release();
            default -> await(everybodyLooks());
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

    /** Two calls for one purchase. */
    private Publisher<?> twice(Order order) {
        Mono<?> first = order.buy(user(order.payer())).onErrorComplete(GloebitException.class);
        Mono<?> second = order.buy(user(order.payer())).onErrorComplete(GloebitException.class);
        return Flux.merge(first, second);
    }

    /** Leaves so much of a balance, or asks for more than there is. */
    private Mono<?> buyForAllBut(int rest) {
        String payer = chance.of(SimulatedWorld.USERS);
        BigDecimal price =
                world.gloebit.balance(payer).subtract(new BigDecimal(rest)).max(BigDecimal.ONE);
        Order order = newOrder(payer, id -> ItemPurchase.of(id, "castle", price).withUsername(payer));
        return order.buy(user(payer));
    }

    /** A product that everybody has enough of, perhaps. */
    private void changeLimit() {
        Product product = chance.of(SimulatedWorld.PRODUCTS);
        world.gloebit.changeProduct(chance.oneIn(3) ? product : product.withLimit(1 + chance.below(4)));
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

    private Publisher<?> oneOf(List<Order> choices, Function<Order, Publisher<?>> action) {
        return choices.isEmpty() ? Mono.empty() : action.apply(chance.of(choices));
    }

    private List<Order> inDoubt() {
        return orders.stream().filter(Order::isInDoubt).toList();
    }

    private Mono<Long> grant() {
        String user = chance.of(SimulatedWorld.USERS);
        String product = chance.of(SimulatedWorld.PRODUCTS).name();
        int count = 1 + chance.below(3);
        return goods.change(user, product, count, user(user).products().grant(product, count));
    }

    private Mono<Long> consume() {
        String user = chance.of(SimulatedWorld.USERS);
        String product = chance.of(SimulatedWorld.PRODUCTS).name();
        return goods.change(user, product, -1, user(user).products().consume(product, 1));
    }

    private Order newOrder() {
        String payer = chance.of(SimulatedWorld.USERS);
        return newOrder(payer, id -> purchase(id, payer));
    }

    private Order newOrder(String payer, Function<TransactionId, Purchase> purchase) {
        TransactionId id = TransactionId.of("order-" + orders.size());
        Order order = new Order(world, payer, purchase.apply(id));
        orders.add(order);
        return order;
    }

    private Purchase purchase(TransactionId id, String payer) {
        return switch (chance.below(4)) {
            case 0 -> ProductPurchase.of(id, chance.of(SimulatedWorld.FOR_SALE)).withUsername(payer);
            case 1 ->
                UserPayment.of(id, "lesson", price(), payee(chance.of(SimulatedWorld.USERS)))
                        .withUsername(payer);
            default ->
                ItemPurchase.of(id, "torch", price())
                        .withQuantity(1 + chance.below(2))
                        .withUsername(payer);
        };
    }

    private BigDecimal price() {
        return chance.oneIn(10) ? new BigDecimal("150") : new BigDecimal(1 + chance.below(20)).scaleByPowerOfTen(-1);
    }

    private Payee payee(String user) {
        return Payee.byGloebitId(user, user, world.gloebit.accountId(user).toString());
    }

    /** One after the other on a few connections, and each is told about himself. */
    private Flux<?> everybodyLooks() {
        List<Flux<?>> looks = IntStream.range(0, LOOKS)
                .<Flux<?>>mapToObj(i -> look(SimulatedWorld.USERS.get(i % SimulatedWorld.USERS.size())))
                .toList();
        return Flux.fromIterable(looks).flatMap(look -> look, CONNECTIONS);
    }

    private Flux<?> look(String name) {
        AuthorizedUser user = user(name);
        Mono<?> info = user.info()
                .doOnNext(found ->
                        assertThat(found.name()).as("who was asked for").isEqualTo(name));
        return Flux.concat(info, user.balance(), user.products().list()).onErrorComplete(GloebitException.class);
    }

    private AuthorizedUser user(String name) {
        return world.node().user(name);
    }

    /**
     * Perhaps so long afterwards that a refusal is the last word. Nothing is later than that: what is on its way, or is
     * kept back, arrives before.
     */
    private void sendAgainWhatIsInDoubt() {
        if (chance.oneIn(2)) {
            world.awaitArrivals();
            world.gloebit.lateRequests().release();
            world.clock.advance(Denial.LATEST.plusSeconds(1));
        }
        orders.forEach(order -> await(order.resend(user(order.payer()))));
        audit.afterStep();
    }

    /** What was refused is affordable by now, for a request that comes late. */
    private void beRich() {
        SimulatedWorld.USERS.forEach(user -> world.topUp(user, new BigDecimal("10000")));
    }

    /** Faults are over: time goes by, breakers close, recovery looks after what is due, Gloebit calls. */
    private void lookUntilAllIsDecided() {
        try {
            Flux.interval(Duration.ZERO, ROUND)
                    .onBackpressureDrop()
                    .concatMap(
                            unused -> {
                                world.clock.advance(Duration.ofMinutes(10));
                                return world.node().holds().recovery().then(Mono.just(true));
                            },
                            1)
                    .publishOn(Schedulers.boundedElastic())
                    .takeUntil(unused -> isIdle() && audit.undecided().isEmpty())
                    .blockLast(SimulatedWorld.PATIENCE);
        } catch (IllegalStateException timeout) {
            throw new AssertionError("in " + world + " undecided is " + audit.undecided() + " of " + orders, timeout);
        }
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
        Flux.from(work).onErrorComplete(Program::isTyped).blockLast(SimulatedWorld.PATIENCE);
    }

    /** Of calls that are made at once, several may fail at once. */
    private static boolean isTyped(Throwable error) {
        return Exceptions.unwrapMultipleExcludingTracebacks(error).stream()
                .allMatch(GloebitException.class::isInstance);
    }
}
