package com.gloebit.reactive.deterministic;

import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.answer.AttemptFailure;
import com.gloebit.reactive.internal.answer.FailureKind;
import com.gloebit.reactive.internal.endpoint.Call;
import com.gloebit.reactive.transaction.TransactionId;
import java.util.HashMap;
import java.util.Map;

/**
 * What the ends of attempts met in one world: pairs of the endpoint's repeat-safety, the kind of end, the state of the
 * purchase in the journal, and the order of the callbacks so far.
 */
final class Coverage {
    static final String SUCCESS = "SUCCESS";
    static final String NO_ENTRY = "NO_ENTRY";

    private final World world;
    private final Map<Pair, Integer> met = new HashMap<>();
    private final Map<String, CallbackOrder> callbacks = new HashMap<>();

    Coverage(World world) {
        this.world = world;
    }

    /** Two things that came together. */
    record Pair(String first, String second) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            int byFirst = first.compareTo(other.first);
            return byFirst != 0 ? byFirst : second.compareTo(other.second);
        }

        @Override
        public String toString() {
            return first + " " + second;
        }
    }

    /** The order in which the steps of one transaction were called. */
    enum CallbackOrder {
        NO_CALLBACK,
        ENACT,
        ENACT_CONSUME,
        ENACT_CANCEL,
        CANCEL,
        ENACT_AFTER_CONSUME,
        ENACT_AFTER_CANCEL;

        CallbackOrder then(String step) {
            if (step.startsWith("enact")) {
                return switch (this) {
                    case NO_CALLBACK, ENACT -> ENACT;
                    case ENACT_CONSUME, ENACT_AFTER_CONSUME -> ENACT_AFTER_CONSUME;
                    case ENACT_CANCEL, CANCEL, ENACT_AFTER_CANCEL -> ENACT_AFTER_CANCEL;
                };
            }
            if (step.startsWith("consume")) {
                return this == ENACT_AFTER_CONSUME ? this : ENACT_CONSUME;
            }
            return this == NO_CALLBACK || this == CANCEL ? CANCEL : this == ENACT ? ENACT_CANCEL : this;
        }
    }

    void called(String id, String step) {
        callbacks.put(id, callbacks.getOrDefault(id, CallbackOrder.NO_CALLBACK).then(step));
    }

    void answered(Call<?, ?> call, Answer answer) {
        try {
            call.read(answer);
            ended(call, SUCCESS);
        } catch (AttemptFailure failure) {
            ended(call, failure.kind().name());
        }
    }

    void failed(Call<?, ?> call, FailureKind kind) {
        ended(call, kind.name());
    }

    private void ended(Call<?, ?> call, String end) {
        String safety = call.endpoint().repeatSafety().name();
        meet(safety, end);
        TransactionId id = call.transactionId();
        if (id != null && call.body() != null && world.setting.holds()) {
            JournalEntry entry = world.database.entry(id);
            String state = entry == null ? NO_ENTRY : entry.state().name();
            String order = callbacks
                    .getOrDefault(id.value(), CallbackOrder.NO_CALLBACK)
                    .name();
            meet(end, state);
            meet(end, order);
            meet(state, order);
        }
    }

    private void meet(String first, String second) {
        met.merge(new Pair(first, second), 1, Integer::sum);
    }

    Map<Pair, Integer> met() {
        return met;
    }
}
