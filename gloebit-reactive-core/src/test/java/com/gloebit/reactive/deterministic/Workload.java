package com.gloebit.reactive.deterministic;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.TransactionCancelledException;
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
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** What the users of one world do, and then the calm in which everything has to be decided. */
final class Workload {
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final World world;
    private final Chance chance;
    private final List<Order> orders = new ArrayList<>();

    Workload(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    void run() {
        for (String user : world.users) {
            world.service.authorize(user);
        }
        for (int i = 0; i < world.setting.steps() && !world.hasFailed(); i++) {
            world.clockwork.pass(chance.between(MOMENT, world.setting.longestPause()));
            disturb();
            step();
        }
        if (!world.hasFailed()) {
            new Calm(world).begin();
        }
    }

    /** What happens to machines and networks, besides what happens to each message. */
    private void disturb() {
        Node node = chance.of(world.nodes);
        Duration soon = chance.between(MOMENT, Duration.ofSeconds(10));
        if (world.swarm.strikes(Fault.DEAD_NODE)) {
            world.after(soon, node::kill);
        }
        if (world.swarm.strikes(Fault.PAUSED_NODE)) {
            world.after(soon, () -> node.pause(chance.between(MOMENT, Duration.ofSeconds(2))));
        }
        if (world.swarm.strikes(Fault.JUMPING_CLOCK)) {
            world.after(soon, () -> node.clock().jump());
        }
        if (world.swarm.strikes(Fault.PARTITION)) {
            world.after(soon, () -> node.cutOff(chance.between(MOMENT, Duration.ofMinutes(5))));
        }
        if (world.swarm.strikes(Fault.SERVICE_RESTART)) {
            world.after(soon, world.service::restart);
        }
        if (world.swarm.strikes(Fault.BROKEN_CONNECTIONS)) {
            world.after(soon, () -> {
                Life life = node.life();
                if (life != null) {
                    life.network().breakAll();
                }
            });
        }
    }

    private void step() {
        switch (chance.below(28)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> submit(newOrder());
            case 8 -> {
                Order order = newOrder();
                submit(order);
                submit(order);
            }
            case 9, 10 -> oneOf(orders, this::submit);
            case 11 -> oneOf(orders.stream().filter(Order::isInDoubt).toList(), this::submit);
            case 12, 13 -> oneOf(orders.stream().filter(Order::isResendable).toList(), this::resend);
            case 14 -> oneOf(orders, this::abandon);
            case 25 -> oneOf(orders, this::awaitSettlement);
            case 15, 16 -> world.service.deposit(anyUser(), new BigDecimal(1 + chance.below(100)));
            case 17 -> buyForAllBut(-1 - chance.below(40));
            case 18 -> buyForAllBut(chance.below(20));
            case 19 -> changeLimit();
            case 20 -> change(1 + chance.below(3));
            case 21 -> change(-1);
            case 23 -> authorizeAgain(anyUser());
            case 24 -> revoke(anyUser());
            case 22 -> call(anyUser(), user -> user.products().setCount("Charm", chance.below(5)));
            default -> look(anyUser());
        }
    }

    private void authorizeAgain(String user) {
        Life life = anyLife();
        if (life != null) {
            String session = "session-of-" + user;
            String query = life.client()
                    .authorizationUri(AuthorizationRequest.forSession(session).withUser(user))
                    .getRawQuery();
            String state = query.substring(query.indexOf("state=")).split("&", 2)[0];
            begin(life, life.client().exchange("code=" + world.service.issueCode(user) + "&" + state, session));
        }
    }

    private void revoke(String user) {
        Credential credential = world.database.credential(user);
        if (credential != null) {
            world.service.revoke(credential.accessToken());
        }
    }

    private String anyUser() {
        return world.users.get(chance.below(world.users.size()));
    }

    private void change(int by) {
        String name = anyUser();
        String product = chance.of(Service.COUNTED);
        call(
                name,
                user -> world.judge
                        .goods()
                        .change(
                                name,
                                product,
                                by,
                                by > 0
                                        ? user.products().grant(product, by)
                                        : user.products().consume(product, -by)));
    }

    private void look(String name) {
        call(
                name,
                user -> Flux.concat(
                        user.info().doOnNext(info -> {
                            if (!info.name().equals(name)) {
                                world.fail(name + " was asked for, and the answer is about " + info.name());
                            }
                        }),
                        user.balance(),
                        user.products().list()));
    }

    private @Nullable Life anyLife() {
        return chance.of(world.nodes).life();
    }

    private void submit(Order order) {
        Life life = anyLife();
        if (life != null) {
            begin(life, order.buy(life));
        }
    }

    private void resend(Order order) {
        Life life = anyLife();
        if (life != null) {
            begin(life, order.resend(life));
        }
    }

    private void abandon(Order order) {
        Life life = anyLife();
        if (life != null && world.setting.holds()) {
            begin(life, life.client().holds().abandon(order.id()).doOnNext(done -> {
                if (done) {
                    order.abandoned();
                }
            }));
        }
    }

    private void awaitSettlement(Order order) {
        Life life = anyLife();
        if (life != null && world.setting.holds()) {
            begin(
                    life,
                    life.client()
                            .holds()
                            .settlement(order.id())
                            .doOnSuccess(settled -> order.settled(true))
                            .doOnError(
                                    TransactionCancelledException.class,
                                    cancelled -> order.settled(cancelled.outcome() == Outcome.UNKNOWN ? null : false))
                            .timeout(chance.between(MOMENT, Duration.ofMinutes(20))));
        }
    }

    private void call(String name, Function<AuthorizedUser, Publisher<?>> action) {
        Life life = anyLife();
        if (life != null) {
            begin(life, life.client().user(name).flatMapMany(action));
        }
    }

    /** Subscribes in the process, perhaps for a short time only. */
    private void begin(Life life, Publisher<?> work) {
        world.counts.operations++;
        life.enter(() -> {
            Disposable running = Flux.from(work)
                    .subscribe(
                            value -> {},
                            error -> {
                                if (!isExpected(error)) {
                                    world.fail("a call ended with " + error);
                                }
                                world.judge.afterChange();
                            },
                            world.judge::afterChange);
            if (world.swarm.strikes(Fault.CANCELLATION)) {
                world.after(chance.between(MOMENT, Duration.ofSeconds(5)), () -> life.enter(running::dispose));
            }
        });
    }

    /** A step of the journal or of the credential store that is not part of a purchase fails as they do. */
    private static boolean isExpected(Throwable error) {
        return error instanceof GloebitException
                || error instanceof IllegalStateException
                || error instanceof TimeoutException;
    }

    private void oneOf(List<Order> choices, Consumer<Order> action) {
        if (!choices.isEmpty()) {
            action.accept(chance.of(choices));
        }
    }

    private Order newOrder() {
        String payer = anyUser();
        TransactionId id = TransactionId.of("order-" + orders.size());
        return add(new Order(world, payer, purchase(id, payer)));
    }

    private Order add(Order order) {
        orders.add(order);
        world.judge.add(order);
        return order;
    }

    private Purchase purchase(TransactionId id, String payer) {
        return switch (chance.below(4)) {
            case 0 ->
                ProductPurchase.of(id, chance.oneIn(2) ? "Torch" : "Sword").withUsername(payer);
            case 1 -> {
                String payee = anyUser();
                yield UserPayment.of(
                                id,
                                "lesson",
                                price(),
                                Payee.byGloebitId(
                                        payee,
                                        payee,
                                        world.service
                                                .simulated()
                                                .registry()
                                                .account(payee)
                                                .id()
                                                .toString()))
                        .withUsername(payer);
            }
            default ->
                ItemPurchase.of(id, "torch", price())
                        .withQuantity(1 + chance.below(2))
                        .withUsername(payer);
        };
    }

    private BigDecimal price() {
        return chance.oneIn(10) ? new BigDecimal("150") : new BigDecimal(1 + chance.below(20)).scaleByPowerOfTen(-1);
    }

    /** Leaves so much of a balance, or asks for more than there is. */
    private void buyForAllBut(int rest) {
        String payer = anyUser();
        BigDecimal price =
                world.service.balance(payer).subtract(new BigDecimal(rest)).max(BigDecimal.ONE);
        TransactionId id = TransactionId.of("order-" + orders.size());
        submit(add(new Order(world, payer, ItemPurchase.of(id, "castle", price).withUsername(payer))));
    }

    private void changeLimit() {
        Product product = chance.of(Service.PRODUCTS);
        world.service.simulated().registry().change(chance.oneIn(3) ? product : product.withLimit(1 + chance.below(4)));
    }
}
