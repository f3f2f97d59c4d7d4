package com.gloebit.reactive.transaction;

import com.gloebit.reactive.internal.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * Who is paid by another user. Gloebit has to know the payee by its own id or by email address.
 *
 * @param name the application's name for the payee, 1 to 255 characters
 * @param id the application's id for the payee, 1 to 255 characters
 * @param gloebitId Gloebit's id of the payee, or null if the email address is given
 * @param email the payee's email address at Gloebit, or null if Gloebit's id is given
 */
public record Payee(
        String name,
        String id,
        @Nullable String gloebitId,
        @Nullable String email) {
    private static final int MAX_TEXT = 255;

    public Payee {
        Arguments.text("name", name, MAX_TEXT);
        Arguments.text("id", id, MAX_TEXT);
        if (gloebitId == null && email == null) {
            throw new IllegalArgumentException("gloebitId and email are both null; one of them is required");
        }
        if (gloebitId != null) {
            Arguments.text("gloebitId", gloebitId, MAX_TEXT);
        }
        if (email != null) {
            Arguments.text("email", email, MAX_TEXT);
        }
    }

    /**
     * A payee that Gloebit knows by its id.
     *
     * @param name the application's name for the payee
     * @param id the application's id for the payee
     * @param gloebitId Gloebit's id of the payee
     * @return the payee
     */
    public static Payee byGloebitId(String name, String id, String gloebitId) {
        return new Payee(name, id, Arguments.required("gloebitId", gloebitId), null);
    }

    /**
     * A payee that Gloebit knows by the email address.
     *
     * @param name the application's name for the payee
     * @param id the application's id for the payee
     * @param email the email address
     * @return the payee
     */
    public static Payee byEmail(String name, String id, String email) {
        return new Payee(name, id, null, Arguments.required("email", email));
    }

    /** Names no user. */
    @Override
    public String toString() {
        return "Payee[redacted]";
    }
}
