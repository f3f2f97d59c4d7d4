package com.gloebit.reactive.fault.support;

import com.gloebit.reactive.failure.AuthorizationFailedException;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.fault.support.Result.Told;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What has to come of a cell, from the tables of docs/failures.md and from nothing of the client. */
public final class Model {
    private static final int INVALID_GRANT_STATUS = 400;

    private final Cell cell;
    private final InjectedFault fault;
    private final MatrixCall kind;
    private final ObservedEnd seen;

    private Model(Cell cell, ObservedEnd seen) {
        this.cell = cell;
        this.fault = cell.fault();
        this.kind = cell.kind();
        this.seen = seen;
    }

    /** More than one where a race decides. */
    public static Set<Result> resultsOf(Cell cell) {
        Set<ObservedEnd> seen = cell.isMet() ? cell.fault().seen() : Set.of(ObservedEnd.ANSWERED);
        return seen.stream().map(one -> new Model(cell, one).result()).collect(Collectors.toSet());
    }

    private Result result() {
        return new Result(told(), requests(), connections(), keeps(), carriedOut());
    }

    private boolean isSentAgain() {
        return cell.position() < Cell.ATTEMPTS
                && seen.isRepeatedBy(kind)
                && !fault.isToTheDeadline()
                && !fault.retryAfter().equals(InjectedFault.LONG_WAIT);
    }

    /** A code that was exchanged is refused, and the first token may be gone with it. */
    private boolean isSpentByTheFirst() {
        return kind == MatrixCall.CODE && fault.carriedOut() && !fault.isLate();
    }

    private Told told() {
        if (seen == ObservedEnd.ANSWERED || (isSentAgain() && !isSpentByTheFirst())) {
            return Told.SUCCESS;
        }
        return isSentAgain()
                ? told(AuthorizationFailedException.class, cell.position() + 1, INVALID_GRANT_STATUS)
                : told(seen.failure(), cell.position(), fault.httpStatus());
    }

    private Told told(Class<? extends GloebitException> failure, int attempts, @Nullable Integer httpStatus) {
        boolean inDoubt = seen.leavesDoubt() && kind != MatrixCall.ALWAYS;
        Outcome outcome = inDoubt ? Outcome.UNKNOWN : Outcome.NOT_DONE;
        Class<? extends GloebitException> told = inDoubt ? inDoubt(failure) : failure;
        return new Told(told, told.equals(failure) ? null : failure, outcome, attempts, httpStatus);
    }

    private Class<? extends GloebitException> inDoubt(Class<? extends GloebitException> failure) {
        return switch (kind) {
            case BY_KEY -> TransactionInDoubtException.class;
            case CODE -> AuthorizationFailedException.class;
            case ALWAYS, NEVER_IF_DONE -> failure;
        };
    }

    private long requests() {
        boolean arrives = !fault.isOnConnection() || seen == ObservedEnd.ANSWERED;
        return cell.position() - 1L + (arrives ? 1 : 0) + (isSentAgain() ? 1 : 0);
    }

    private int connections() {
        return (triesAConnection() && isConnected() ? 1 : 0) + (isSentAgain() && !keepsTheFirst() ? 1 : 0);
    }

    private boolean triesAConnection() {
        return cell.fresh() || (fault.equals(InjectedFault.DROPPED_IDLE) && seen == ObservedEnd.ANSWERED);
    }

    private boolean isConnected() {
        return !cell.isMet()
                || !(fault.equals(InjectedFault.REFUSED) || fault.needsTls() || seen == ObservedEnd.NOT_HANDED_OUT);
    }

    private boolean keepsTheFirst() {
        return fault.isOnConnection() ? seen == ObservedEnd.ANSWERED : fault.keeps();
    }

    private boolean keeps() {
        return isSentAgain() || keepsTheFirst();
    }

    private int carriedOut() {
        boolean once =
                kind != MatrixCall.ALWAYS && (told().equals(Told.SUCCESS) || (cell.isMet() && fault.carriedOut()));
        return once ? 1 : 0;
    }
}
