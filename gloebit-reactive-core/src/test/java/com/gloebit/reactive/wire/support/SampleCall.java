package com.gloebit.reactive.wire.support;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.failure.AuthorizationFailedException;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One call of each repeat-safety, for the failures that all calls share. */
public enum SampleCall {
    READ(
            ExpectedRequest.get("/balance"),
            "{\"success\":true,\"balance\":12.5}",
            client -> client.withCredential(Given.CREDENTIAL).balance(),
            null),
    PURCHASE(
            ExpectedRequest.postJson(
                    "/transact",
                    "{\"version\":1,\"application-key\":\"application-key\",\"request-created\":1700000000,"
                            + "\"username-on-application\":\"ada.lovelace\",\"transaction-id\":\"order-1\","
                            + "\"asset-code\":\"torch\",\"asset-quantity\":2,\"gloebit-balance-change\":6}"),
            "{\"success\":true,\"reason\":\"success\",\"id\":\"order-1\"}",
            client -> client.withCredential(Given.CREDENTIAL).purchase(Given.TORCHES),
            TransactionInDoubtException.class),
    CONSUME(
            ExpectedRequest.postJson("/consume-user-product", "{\"product_name\":\"Torch\",\"count\":2}"),
            "{\"success\":true,\"product-count\":5}",
            client -> client.withCredential(Given.CREDENTIAL).products().consume("Torch", 2),
            null),
    EXCHANGE(
            ExpectedRequest.postForm(
                    "/oauth2/access-token",
                    "client_id=application-key&client_secret=s3cr3t-of-the-application&code=c0de-from-the-browser"
                            + "&grant_type=authorization_code&scope=user+transact"
                            + "&redirect_uri=https%3A%2F%2Fapp.example%2Fback"),
            "{\"access_token\":\"t0ken-of-ada\"}",
            client -> client.exchange(callback(client), Given.SESSION),
            AuthorizationFailedException.class);

    @SuppressWarnings("ImmutableEnumChecker") // holds an unmodifiable map
    private final ExpectedRequest request;

    private final String goodAnswer;

    @SuppressWarnings("ImmutableEnumChecker") // holds no state
    private final Function<GloebitClient, Mono<?>> call;

    private final @Nullable Class<? extends GloebitException> toldWhenUnknown;

    SampleCall(
            ExpectedRequest request,
            String goodAnswer,
            Function<GloebitClient, Mono<?>> call,
            @Nullable Class<? extends GloebitException> toldWhenUnknown) {
        this.request = request;
        this.goodAnswer = goodAnswer;
        this.call = call;
        this.toldWhenUnknown = toldWhenUnknown;
    }

    public ExpectedRequest request() {
        return request;
    }

    public Interaction answered() {
        return request.answers(goodAnswer);
    }

    public Mono<?> call(GloebitClient client) {
        return call.apply(client);
    }

    /** The outcome of a call whose request was sent and not answered in a way that can be used. */
    public Outcome outcomeInDoubt() {
        return this == READ ? Outcome.NOT_DONE : Outcome.UNKNOWN;
    }

    /** What the caller is told then, if the last attempt failed in the given way. */
    public Class<? extends GloebitException> toldInDoubt(Class<? extends GloebitException> last) {
        return toldWhenUnknown == null ? last : toldWhenUnknown;
    }

    /** Of three attempts, how many are made if the answers are lost or cannot be read. */
    public int attemptsWhenLost() {
        return this == READ || this == PURCHASE ? 3 : 1;
    }

    /** Of three attempts, how many are made if each is answered by an HTTP 5xx. */
    public int attemptsWhenServerFails() {
        return this == CONSUME ? 1 : 3;
    }

    /** What the browser brings back, for a request that this client made. */
    public static String callback(GloebitClient client) {
        URI login = client.authorizationUri(AuthorizationRequest.forSession(Given.SESSION));
        return "code=" + Given.CODE + "&state=" + URLEncoder.encode(state(login), StandardCharsets.UTF_8);
    }

    /** The state in an authorize URL. */
    public static String state(URI login) {
        String query = login.getQuery();
        int begin = query.indexOf("&state=") + "&state=".length();
        int end = query.indexOf('&', begin);
        return query.substring(begin, end < 0 ? query.length() : end);
    }
}
