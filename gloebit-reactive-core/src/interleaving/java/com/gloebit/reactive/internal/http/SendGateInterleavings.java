package com.gloebit.reactive.internal.http;

import static com.gloebit.reactive.interleaving.Interleavings.explore;
import static com.gloebit.reactive.interleaving.Interleavings.require;
import static com.gloebit.reactive.interleaving.Interleavings.threads;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;

class SendGateInterleavings {
    @Test
    void eitherPassesOrIsGivenUp() {
        explore(() -> {
            AtomicInteger sent = new AtomicInteger();
            SendGate gate = new SendGate(sent::incrementAndGet);
            boolean[] passed = new boolean[1];
            boolean[] wasSent = new boolean[2];
            threads(() -> passed[0] = gate.pass(), () -> wasSent[0] = gate.close(), () -> wasSent[1] = gate.close());
            require(wasSent[0] == passed[0] && wasSent[1] == passed[0], "every end of an attempt knows if it was sent");
            require(sent.get() == (passed[0] ? 1 : 0), "what passes is recorded as sent, once");
        });
    }

    @Test
    void nothingIsSentAfterwards() {
        explore(() -> {
            SendGate gate = new SendGate(() -> {});
            boolean[] passed = new boolean[2];
            boolean[] passedAfterwards = new boolean[1];
            boolean[] wasSent = new boolean[1];
            threads(() -> passed[0] = gate.pass(), () -> passed[1] = gate.pass(), () -> {
                wasSent[0] = gate.close();
                passedAfterwards[0] = gate.pass();
            });
            require(!passedAfterwards[0], "nothing passes a closed gate");
            require(!(passed[0] && passed[1]), "a gate is passed once");
            require(wasSent[0] == (passed[0] || passed[1]), "close() returns false only if nothing is ever sent");
        });
    }

    @Test
    void anAcquisitionOfAGivenUpAttemptIsCancelled() {
        explore(() -> {
            SendGate gate = new SendGate(() -> {});
            AtomicInteger cancelled = new AtomicInteger();
            boolean[] passed = new boolean[1];
            boolean[] wasSent = new boolean[1];
            threads(
                    () -> {
                        gate.waitsFor(acquisition(cancelled));
                        passed[0] = gate.pass();
                    },
                    () -> wasSent[0] = gate.close());
            require(wasSent[0] == passed[0], "every end of an attempt knows if it was sent");
            require(passed[0] == (cancelled.get() == 0), "an acquisition is cancelled if and only if it is given up");
        });
    }

    @Test
    void aSentRequestIsCancelledOnItsLoop() {
        explore(() -> {
            SendGate gate = new SendGate(() -> {});
            AtomicInteger onLoop = new AtomicInteger();
            AtomicInteger cancelled = new AtomicInteger();
            boolean[] passed = new boolean[1];
            Executor loop = task -> {
                onLoop.incrementAndGet();
                task.run();
            };
            threads(
                    () -> {
                        gate.cancelsOn(loop);
                        passed[0] = gate.pass();
                    },
                    () -> gate.cancel(cancelled::incrementAndGet));
            require(cancelled.get() == 1, "a cancellation runs once");
            require(onLoop.get() == (passed[0] ? 1 : 0), "a cancellation runs on the loop if and only if it was sent");
        });
    }

    private static Subscription acquisition(AtomicInteger cancelled) {
        return new Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {
                cancelled.incrementAndGet();
            }
        };
    }
}
