package com.gloebit.reactive.deterministic;

import java.math.BigDecimal;
import java.time.Duration;

/** The end of a world: the faults stop, and everything has to be decided. */
final class Calm {
    /** Within which everything is decided, with holds, once what is late has arrived. */
    private static final Duration DECIDED_WITHIN = Duration.ofMinutes(30);

    private static final Duration LONGEST_CALL = Duration.ofMinutes(3);
    private static final Duration LATE_REQUEST_LIMIT = Duration.ofMinutes(30);
    /** A breaker that was open lets few calls pass at first. */
    private static final int RESENDS = 4;

    private static final BigDecimal RICH = new BigDecimal("100000");

    private final World world;

    Calm(World world) {
        this.world = world;
    }

    /** The faults are over: machines run, users are rich and authorized, and what is late arrives. */
    void begin() {
        world.swarm.calm();
        world.note("judge", "calm begins", "");
        world.nodes.forEach(Node::beWell);
        world.service.beUp();
        Service.PRODUCTS.forEach(world.service.simulated().registry()::change);
        world.users.forEach(user -> {
            world.service.authorize(user);
            world.service.deposit(user, RICH);
        });
        world.clockwork.pass(Duration.ofNanos(Math.max(0, world.latest() - world.clockwork.now()))
                .plus(LONGEST_CALL));
        // An exchange that came late has revoked what the users had.
        world.users.forEach(world.service::authorize);
        if (world.setting.holds()) {
            world.clockwork.pass(DECIDED_WITHIN);
        } else {
            sendAgainWhatIsInDoubt();
        }
        close();
        new FinalVerdict(world).judge();
    }

    private void sendAgainWhatIsInDoubt() {
        world.clockwork.pass(LATE_REQUEST_LIMIT);
        for (int i = 0; i < RESENDS; i++) {
            world.judge.orders().stream().filter(Order::isResendable).forEach(this::resend);
            world.clockwork.pass(LONGEST_CALL);
        }
    }

    private void resend(Order order) {
        Life life = world.effects.of(world.nodes).life();
        if (life != null) {
            life.enter(() -> order.resend(life).onErrorComplete().subscribe());
        }
    }

    private void close() {
        for (Node node : world.nodes) {
            Life life = node.life();
            if (life != null) {
                life.client().close();
            }
        }
        world.clockwork.pass(LONGEST_CALL.plus(Life.RECOVERY));
        for (Node node : world.nodes) {
            Life life = node.life();
            if (life != null && !life.network().isDisposed()) {
                world.fail("a call of " + life.name() + " is still under way");
            }
        }
        if (world.clockwork.waiting() != 0) {
            world.fail(world.clockwork.waiting() + " events still wait");
        }
    }
}
