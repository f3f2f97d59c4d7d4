package com.gloebit.reactive.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.fault.support.Cell;
import com.gloebit.reactive.fault.support.CellWorker;
import com.gloebit.reactive.fault.support.CellWorker.Work;
import com.gloebit.reactive.fault.support.FaultyService;
import com.gloebit.reactive.fault.support.InjectedFault;
import com.gloebit.reactive.fault.support.Model;
import com.gloebit.simulator.Fault;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every fault, every repeat-safety, fresh and pooled connection, first, middle and last attempt. {@link Model} says what
 * has to come of each.
 */
class FaultMatrixTest {
    /** Threads that compute, and threads that mostly wait for a hang to end. */
    private static final int QUICK_WORKERS = 2;

    private static final int SLOW_WORKERS = 20;

    /** Those that no endpoint of the matrix can meet. */
    private static final List<String> OF_SUBSCRIPTIONS =
            List.of("SUBSCRIPTION_INSERT_CONFLICT", "SUBSCRIPTION_DB_ERROR", "MISMATCHED_SUBSCRIPTION_IDS");

    private static final ExecutorService THREADS = Executors.newFixedThreadPool(QUICK_WORKERS + SLOW_WORKERS);
    private static final List<Future<?>> WORKERS = new ArrayList<>();

    /** Each closes its worlds when there are no cells left, and says so if one does not close. */
    @AfterAll
    static void everyWorkerEndsWell() throws Exception {
        THREADS.shutdown();
        for (Future<?> worker : WORKERS) {
            worker.get(FaultyService.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyCellEndsAsTheModelSays() {
        List<Work> all = Cell.all().stream()
                .map(cell -> new Work(cell, new CompletableFuture<>()))
                .toList();
        begin(all);
        return all.stream().map(work -> DynamicTest.dynamicTest(work.cell().toString(), () -> await(work)));
    }

    /** A first world lets classes be loaded before there are hurried ones. */
    private static void begin(List<Work> all) {
        new FaultyService(false, FaultyService.PATIENT).close();
        Map<Boolean, Queue<Work>> queues = all.stream()
                .collect(Collectors.partitioningBy(
                        work -> work.cell().fault().takesTime(), Collectors.toCollection(ConcurrentLinkedQueue::new)));
        for (int i = 0; i < QUICK_WORKERS + SLOW_WORKERS; i++) {
            WORKERS.add(THREADS.submit(new CellWorker(FaultyService.present(queues.get(i < SLOW_WORKERS)))));
        }
    }

    private static void await(Work work) throws Throwable {
        try {
            work.done().get(FaultyService.PATIENCE.multipliedBy(3).toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError(work.cell() + ": " + failed.getCause(), failed.getCause());
        } catch (TimeoutException late) {
            throw new AssertionError(work.cell() + " did not end", late);
        }
    }

    @Test
    void noFaultOfTheSimulatorIsLeftOut() {
        List<String> inTheMatrix = InjectedFault.all().map(InjectedFault::name).toList();
        assertThat(Arrays.stream(Fault.class.getFields())
                        .filter(field -> field.getType().equals(Fault.class))
                        .filter(field -> !OF_SUBSCRIPTIONS.contains(field.getName()))
                        .map(FaultMatrixTest::nameOf))
                .isNotEmpty()
                .allMatch(inTheMatrix::contains);
    }

    private static String nameOf(Field constant) {
        try {
            return String.valueOf(constant.get(null));
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
