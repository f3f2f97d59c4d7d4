package com.gloebit.reactive.deterministic;

import com.gloebit.reactive.hold.HoldAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/** A machine of the application: its clock and its way to the others, on which one process after another runs. */
final class Node {
    private final World world;
    private final String name;
    private final Chance chance;
    private final NodeClock clock;
    private int lives;
    private @Nullable Life life;
    private Duration paused = Duration.ZERO;
    private long pausedUntil;
    private long cutOffUntil;

    Node(World world, String name, Chance chance) {
        this.world = world;
        this.name = name;
        this.chance = chance;
        this.clock = new NodeClock(world, chance);
        start();
    }

    private void start() {
        lives++;
        Life begun = new Life(world, this, name + "." + lives);
        life = begun;
        world.note(begun.name(), "starts", "");
        begun.start();
    }

    String name() {
        return name;
    }

    NodeClock clock() {
        return clock;
    }

    boolean isUp() {
        return life != null;
    }

    @Nullable
    Life life() {
        return life;
    }

    /** Ends the process at once, in the middle of whatever it does. Another one starts in its place. */
    void kill() {
        Life dying = life;
        if (dying == null) {
            return;
        }
        world.note(dying.name(), "dies", "");
        dying.die();
        life = null;
        world.judge.died(dying);
        world.after(chance.between(Duration.ofMillis(20), Duration.ofMinutes(1)), this::startAgain);
    }

    void startAgain() {
        if (life == null) {
            start();
        }
    }

    void pause(Duration duration) {
        world.note(name, "pauses", duration);
        pausedUntil = Math.max(pausedUntil, world.clockwork.now() + duration.toNanos());
        paused = paused.plus(duration);
    }

    /** How long it has stood still at most. */
    Duration paused() {
        return paused;
    }

    Duration pauseLeft() {
        long left = pausedUntil - world.clockwork.now();
        return left <= 0 ? Duration.ZERO : Duration.ofNanos(left);
    }

    void cutOff(Duration duration) {
        world.note(name, "is cut off", duration);
        cutOffUntil = Math.max(cutOffUntil, world.clockwork.now() + duration.toNanos());
    }

    boolean isCutOff() {
        return cutOffUntil > world.clockwork.now();
    }

    /** Ends pause and partition. */
    void beWell() {
        pausedUntil = 0;
        cutOffUntil = 0;
        startAgain();
    }

    /** Answers a callback. */
    @Nullable
    Disposable answer(URI uri, String step, @Nullable Duration givesUpAfter, Consumer<HoldAnswer> answered) {
        Life asked = life;
        if (asked == null) {
            return null;
        }
        Disposable answering = asked.subscribe(() -> {
            world.note(asked.name(), "is called: " + step, uri.getPath());
            world.judge.callbacks().called(step, uri);
            return asked.client()
                    .holds()
                    .answer(URI.create(uri.getPath()))
                    .subscribe(
                            answer -> {
                                world.note(asked.name(), "answers " + answer.body(), uri.getPath());
                                world.judge.callbacks().answered(step, uri, answer.body());
                                answered.accept(answer);
                            },
                            error -> world.fail("a callback ended with " + error));
        });
        if (givesUpAfter != null) {
            world.after(givesUpAfter, answering::dispose);
        }
        return answering;
    }
}
