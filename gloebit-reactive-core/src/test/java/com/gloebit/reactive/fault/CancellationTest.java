package com.gloebit.reactive.fault;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.gloebit.reactive.fault.support.CancellationPoint;
import com.gloebit.reactive.fault.support.CancelledCall;
import com.gloebit.reactive.fault.support.MatrixCall;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A cancelled call, at every point and of every repeat-safety. */
class CancellationTest {
    static Stream<Arguments> everywhere() {
        return Arrays.stream(CancellationPoint.values())
                .flatMap(point -> Arrays.stream(MatrixCall.values())
                        .filter(point::isReachedBy)
                        .map(kind -> arguments(point, kind)));
    }

    @ParameterizedTest(name = "{0} | {1}")
    @MethodSource("everywhere")
    void aCancelledCallLeavesNothingBehindButTheDoubt(CancellationPoint point, MatrixCall kind) {
        try (CancelledCall cancelled = new CancelledCall(point, kind)) {
            cancelled.cancelAtThePoint();
            cancelled.requireNothingLeft();
            cancelled.requireTheTrialGivenBack();
            cancelled.requireNothingSentAfterwards();
            cancelled.requireTheDoubt();
        }
    }
}
