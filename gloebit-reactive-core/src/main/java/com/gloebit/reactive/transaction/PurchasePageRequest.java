package com.gloebit.reactive.transaction;

import com.gloebit.reactive.internal.Arguments;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the page on which a user buys gloebits. Users can obtain gloebits in no other way.
 *
 * @param keyAlias an alias of the OAuth key ({@code r}), 1 to 255 characters; without a valid alias, Gloebit ignores
 *     {@code returnTo}
 * @param returnTo the target of the page's link back, absolute
 * @param inform the URI that Gloebit will notify after a purchase, absolute; Gloebit does not implement this yet
 * @param reset OpenSim's flag {@code reset}
 */
public record PurchasePageRequest(
        @Nullable String keyAlias,
        @Nullable URI returnTo,
        @Nullable URI inform,
        boolean reset) {
    /** The page without parameters. */
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
     * Returns a copy with a link back.
     *
     * @param keyAlias an alias of the OAuth key
     * @param returnTo the target of the link
     * @return a copy
     */
    public PurchasePageRequest withReturnTo(String keyAlias, URI returnTo) {
        return new PurchasePageRequest(
                Arguments.required("keyAlias", keyAlias), Arguments.required("returnTo", returnTo), inform, reset);
    }

    /** Contains no URI, as its query may identify a session. */
    @Override
    public String toString() {
        return "PurchasePageRequest[reset=" + reset + "]";
    }
}
