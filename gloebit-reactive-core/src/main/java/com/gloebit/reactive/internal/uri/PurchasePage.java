package com.gloebit.reactive.internal.uri;

import com.gloebit.reactive.transaction.PurchasePageRequest;
import java.net.URI;

/** The URL of the page on which a user buys gloebits. */
public final class PurchasePage {
    private PurchasePage() {}

    public static URI uri(URI baseUri, PurchasePageRequest request) {
        QueryString query = new QueryString()
                .add("r", request.keyAlias())
                .add("return-to", request.returnTo())
                .add("inform", request.inform())
                .flag("reset", request.reset());
        return URI.create(baseUri + "purchase" + query);
    }
}
