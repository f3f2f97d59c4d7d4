package com.gloebit.reactive.internal.endpoint;

import com.gloebit.reactive.internal.json.JsonObject;
import com.gloebit.reactive.internal.json.MalformedJsonException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One whole HTTP answer.
 *
 * @param status the HTTP status
 * @param retryAfter how long the server asks to wait, if it does
 * @param body the buffer of the body; only its first {@code length} bytes count
 * @param length the body's length
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(int status, @Nullable Duration retryAfter, byte[] body, int length) {

    /** The body of a 200; any other status is a failure, whatever the body says. */
    public JsonObject object() {
        if (status != 200) {
            throw AttemptFailure.status(this);
        }
        return json();
    }

    JsonObject json() {
        try {
            return JsonObject.parse(body, length);
        } catch (MalformedJsonException e) {
            throw AttemptFailure.unreadable(e);
        }
    }

    @Override
    public String toString() {
        return "Answer[" + status + ", " + length + " bytes]";
    }
}
