package com.gloebit.reactive.fault.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.canary.Canaries;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.fault.support.Result.Told;
import com.gloebit.simulator.Fault;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Does what a cell says, and compares it with the model. */
public final class CellRun {
    private final FaultyService world;
    private final Cell cell;
    private final InjectedFault fault;
    private final Set<Result> expected;

    public CellRun(FaultyService world, Cell cell) {
        this.world = world;
        this.cell = cell;
        this.fault = cell.fault();
        this.expected = Model.resultsOf(cell);
    }

    public void run() {
        MatrixCall.Task task = cell.kind().task(world);
        world.warmUp();
        arrange();
        long requests = requests();
        int connections = world.connections.get();
        Told told = told(task.call());
        assertThat(world.gauge("in.flight")).as("calls in flight").isZero();
        awaitTheEndOfTheConnection(told);
        world.simulator.lateRequests().release();
        Result result = new Result(
                told,
                requests() - requests,
                world.connections.get() - connections,
                world.isConnected(),
                task.carriedOut().getAsInt());
        assertThat(expected).as(cell.toString()).contains(result);
        world.requireQuiet();
    }

    private void arrange() {
        world.steps.begin();
        if (cell.position() > 1) {
            world.simulator.failNext(cell.kind().path(), Fault.status(429), cell.position() - 1);
        }
        if (cell.fresh()) {
            world.steps.before(cell.position(), world::dropConnection);
        }
        if (fault.fault() != null) {
            world.simulator.failNext(cell.kind().path(), fault.fault());
        } else {
            world.steps.before(cell.position(), this::disturbTheConnection);
            world.steps.before(
                    cell.position() + 1,
                    () -> world.simulator.connectionFaults().accept());
        }
    }

    private void disturbTheConnection() {
        if (fault.equals(InjectedFault.REFUSED)) {
            world.simulator.connectionFaults().refuse();
        } else if (fault.equals(InjectedFault.DROPPED_IDLE)) {
            world.simulator.connectionFaults().dropIdle();
        } else {
            world.simulator.connectionFaults().dropNext(1);
        }
    }

    private long requests() {
        return world.simulator.requestCount(cell.kind().path());
    }

    private static Told told(Mono<?> call) {
        return FaultyService.present(call.map(value -> Told.SUCCESS)
                .onErrorResume(GloebitException.class, failure -> Mono.just(printed(failure)))
                .block(FaultyService.PATIENCE));
    }

    private static Told printed(GloebitException failure) {
        assertThat(Canaries.in(Canaries.printed(failure)))
                .as("secrets where it is printed")
                .isEmpty();
        return Told.of(failure);
    }

    /** The service's end of a connection takes a moment to arrive; a hang ends with the client's. */
    private void awaitTheEndOfTheConnection(Told told) {
        List<Result> possible =
                expected.stream().filter(result -> result.told().equals(told)).toList();
        if (!possible.isEmpty() && possible.stream().noneMatch(Result::keeps)) {
            FaultyService.await("the end of the connection", () -> !world.isConnected());
        }
        world.simulator.connectionFaults().accept();
    }
}
