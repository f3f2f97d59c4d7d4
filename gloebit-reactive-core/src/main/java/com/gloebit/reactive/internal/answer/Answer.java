package com.gloebit.reactive.internal.answer;

import com.gloebit.reactive.internal.json.JsonObject;
import com.gloebit.reactive.internal.json.MalformedJsonException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One complete HTTP answer.
 *
 * @param status the HTTP status
 * @param retryAfter the wait that the server asks for; null if it asks for none
 * @param body the buffer of the body; only its first {@code length} bytes count
 * @param length the length of the body
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(int status, @Nullable Duration retryAfter, byte[] body, int length) {

    /** Reads the body of a 200. Any other status is a failure, regardless of the body. */
    public JsonObject object() {
        if (status != 200) {
            throw AttemptFailure.status(this);
        }
        return json();
    }

    public JsonObject json() {
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
