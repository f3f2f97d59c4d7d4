package com.gloebit.reactive.transaction;

import com.gloebit.reactive.internal.Arguments;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The page where a user buys gloebits: the only way to come by them.
 *
 * @param keyAlias an alias of the OAuth key, {@code r}, 1 to 255 characters; without a valid one Gloebit ignores
 *     {@code returnTo}
 * @param returnTo where the page links back to
 * @param inform where Gloebit would tell when it is done; Gloebit does not do so yet
 * @param reset OpenSim's flag {@code reset}
 */
public record PurchasePageRequest(
        @Nullable String keyAlias,
        @Nullable URI returnTo,
        @Nullable URI inform,
        boolean reset) {
    /** The page as it is. */
    public static final PurchasePageRequest PLAIN = new PurchasePageRequest(null, null, null, false);

    public PurchasePageRequest {
        if (keyAlias != null) {
            Arguments.text("keyAlias", keyAlias, 255);
        }
        if (returnTo != null) {
            Arguments.absolute("returnTo", returnTo);
        }
        if (inform != null) {
            Arguments.absolute("inform", inform);
        }
    }

    /**
     * With a link back.
     *
     * @param keyAlias an alias of the OAuth key
     * @param returnTo where the link leads
     * @return a copy
     */
    public PurchasePageRequest withReturnTo(String keyAlias, URI returnTo) {
        return new PurchasePageRequest(
                Arguments.required("keyAlias", keyAlias), Arguments.required("returnTo", returnTo), inform, reset);
    }

    /** Shows no URI: its query may be of one session. */
    @Override
    public String toString() {
        return "PurchasePageRequest[reset=" + reset + "]";
    }
}
