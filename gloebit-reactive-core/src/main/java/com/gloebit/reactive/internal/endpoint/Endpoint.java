package com.gloebit.reactive.internal.endpoint;

import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.answer.AnswerReader;
import com.gloebit.reactive.internal.answer.AttemptFailure;
import com.gloebit.reactive.internal.json.MalformedJsonException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint of Gloebit's API, with everything that differs between endpoints. Retry, circuit breaker, meters, log
 * lines, error texts and the scope check are derived from it.
 *
 * @param <A> the argument
 * @param <R> the result
 */
public final class Endpoint<A, R> {
    private final Draft<A> draft;
    private final AnswerReader<A, R> reader;

    private Endpoint(Draft<A> draft, AnswerReader<A, R> reader) {
        this.draft = draft;
        this.reader = reader;
    }

    static Draft<Void> get(String name, String path) {
        return new Draft<>(name, Verb.GET, path, RepeatSafety.ALWAYS, null, null);
    }

    static <A> Draft<A> get(String name, String path, Function<A, String> lastSegment) {
        return new Draft<>(name, Verb.GET, path, RepeatSafety.ALWAYS, lastSegment, null);
    }

    static <A> Draft<A> post(String name, String path, RepeatSafety repeatSafety, Body<A> body) {
        return new Draft<>(name, Verb.POST, path, repeatSafety, null, body);
    }

    static <A> Draft<A> post(String name, String path, RepeatSafety repeatSafety, Function<A, String> lastSegment) {
        return new Draft<>(name, Verb.POST, path, repeatSafety, lastSegment, null);
    }

    static <A> Draft<A> put(String name, String path, RepeatSafety repeatSafety, Body<A> body) {
        return new Draft<>(name, Verb.PUT, path, repeatSafety, null, body);
    }

    public String name() {
        return draft.name;
    }

    public Verb verb() {
        return draft.verb;
    }

    public RepeatSafety repeatSafety() {
        return draft.repeatSafety;
    }

    public CallFamily family() {
        return draft.family;
    }

    public @Nullable Scope scope() {
        return draft.scope;
    }

    /** Returns the path relative to the base URI of the environment. */
    public String path() {
        return draft.path;
    }

    public boolean hasPathArgument() {
        return draft.lastSegment != null;
    }

    public String path(A argument) {
        return draft.lastSegment == null ? draft.path : draft.path + '/' + segment(draft.lastSegment.apply(argument));
    }

    /** Encodes any text as one path segment. A slash must not end the segment, and dots must not climb. */
    private static String segment(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return encoded.replace(".", "").isEmpty() ? encoded.replace(".", "%2E") : encoded;
    }

    public @Nullable String contentType() {
        return draft.body == null ? null : draft.body.contentType();
    }

    public byte @Nullable [] body(A argument) {
        return draft.body == null ? null : draft.body.encode().apply(argument);
    }

    /**
     * Returns the value.
     *
     * @throws AttemptFailure if the answer is a failure, or cannot be read
     */
    public R read(A argument, Answer answer) {
        try {
            return reader.read(argument, answer);
        } catch (AttemptFailure failure) {
            throw failure;
        } catch (MalformedJsonException e) {
            throw AttemptFailure.unreadable(e);
        } catch (RuntimeException e) {
            // The message may quote the answer.
            throw AttemptFailure.unreadable("a " + e.getClass().getName() + " while it was read");
        }
    }

    /** Creates the exception for an unknown outcome. */
    public GloebitException unknownOutcome(A argument, GloebitException last) {
        return draft.unknownOutcome.apply(argument, last);
    }

    @Override
    public String toString() {
        return draft.name;
    }

    /** An endpoint without its {@link AnswerReader} yet. */
    static final class Draft<A> {
        private final String name;
        private final Verb verb;
        private final String path;
        private final RepeatSafety repeatSafety;
        private final @Nullable Function<A, String> lastSegment;
        private final @Nullable Body<A> body;
        private @Nullable Scope scope;
        private CallFamily family = CallFamily.ACCOUNT;
        private BiFunction<A, GloebitException, GloebitException> unknownOutcome = (argument, last) -> last;

        private Draft(
                String name,
                Verb verb,
                String path,
                RepeatSafety repeatSafety,
                @Nullable Function<A, String> lastSegment,
                @Nullable Body<A> body) {
            this.name = name;
            this.verb = verb;
            this.path = path;
            this.repeatSafety = repeatSafety;
            this.lastSegment = lastSegment;
            this.body = body;
        }

        Draft<A> needs(Scope scope) {
            this.scope = scope;
            return this;
        }

        Draft<A> in(CallFamily family) {
            this.family = family;
            return this;
        }

        Draft<A> whenUnknown(BiFunction<A, GloebitException, GloebitException> unknownOutcome) {
            this.unknownOutcome = unknownOutcome;
            return this;
        }

        <R> Endpoint<A, R> answers(AnswerReader<A, R> reader) {
            return new Endpoint<>(this, reader);
        }
    }
}
