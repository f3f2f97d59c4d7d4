package com.gloebit.reactive.transaction;

import com.gloebit.reactive.internal.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The user that receives a payment of another user. Gloebit identifies the payee by its own id or by email address; at
 * least one of them is required.
 *
 * @param name the application's name for the payee, 1 to 255 characters
 * @param id the application's id for the payee, 1 to 255 characters
 * @param gloebitId Gloebit's id of the payee, 1 to 255 characters; may be null if the email address is given
 * @param email the payee's email address at Gloebit, 1 to 255 characters; may be null if Gloebit's id is given
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
     * Creates a payee that Gloebit identifies by its id.
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
     * Creates a payee that Gloebit identifies by email address.
     *
     * @param name the application's name for the payee
     * @param id the application's id for the payee
     * @param email the payee's email address at Gloebit
     * @return the payee
     */
    public static Payee byEmail(String name, String id, String email) {
        return new Payee(name, id, null, Arguments.required("email", email));
    }

    /** Contains no user data. */
    @Override
    public String toString() {
        return "Payee[redacted]";
    }
}
