package com.gloebit.reactive.internal.oauth;

import com.gloebit.reactive.GloebitEnvironment;
import com.gloebit.reactive.transaction.BuyGloebits;
import java.net.URI;

/** The URL of the page where a user buys gloebits. */
public final class PurchasePage {
    private PurchasePage() {}

    public static URI uri(GloebitEnvironment environment, BuyGloebits request) {
        QueryString query = new QueryString()
                .add("r", request.keyAlias())
                .add("return-to", request.returnTo())
                .add("inform", request.inform())
                .flag("reset", request.reset());
        return URI.create(environment.baseUri() + "purchase" + query);
    }
}
