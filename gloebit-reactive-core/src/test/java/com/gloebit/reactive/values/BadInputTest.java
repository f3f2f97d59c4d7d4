package com.gloebit.reactive.values;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.character.StoredCharacter;
import com.gloebit.reactive.hold.EnactDecision;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.hold.TransactionJournal;
import com.gloebit.reactive.inventory.NewItem;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.settings.ConnectionSettings;
import com.gloebit.reactive.settings.ResilienceSettings;
import com.gloebit.reactive.subscription.NewSubscription;
import com.gloebit.reactive.transaction.Descriptions;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.Payee;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.ProductPurchase;
import com.gloebit.reactive.transaction.PurchaseDetails;
import com.gloebit.reactive.transaction.PurchaseKind;
import com.gloebit.reactive.transaction.PurchasePageRequest;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.transaction.UserPayment;
import com.gloebit.reactive.wire.support.Given;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** Bad input fails when the value is made, and the message names the argument. */
@SuppressWarnings("NullAway") // null is one of the bad inputs
class BadInputTest {
    private static final TransactionId ID = TransactionId.of("order-1");
    private static final AuthorizationRequest REQUEST = AuthorizationRequest.forSession("s");
    private static final StoredCharacter CHARACTER = new StoredCharacter(Given.CHARACTER, "Ada", Map.of());
    private static final String INJECTED = "x\r\nX-Injected: 1";
    private static final URI RELATIVE = URI.create("/back");

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"identifiers", "secrets", "products", "descriptions", "requests", "pending", "settings"})
    void badInputFailsAtOnceWithItsArgument(String argument, String what, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(argument);
    }

    /** In the members of a character or an item, however deep, the message names the place. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void halfASurrogatePairIsRefused(String argument, String what, ThrowingCallable call) {
        assertThatIllegalArgumentException()
                .isThrownBy(call)
                .withMessageStartingWith(argument + " has half a character at index 4");
    }

    static Stream<Arguments> halfASurrogatePairIsRefused() {
        String half = "half\uD83D";
        return Stream.of(
                bad("of a character", () -> CHARACTER.withMember("a", Map.of("b", half)))
                        .as("members.a.b"),
                bad("of an item", () -> NewItem.of("hat").withParams(Map.of("a", List.of(1, half))))
                        .as("params.a[1]"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"texts", "textsOfPurchases"})
    void aLineBreakIsRefused(String argument, String what, ThrowingCallable call) {
        assertThatIllegalArgumentException()
                .isThrownBy(call)
                .withMessageStartingWith(argument + " has a control character");
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                bad("of an item", () -> NewItem.of(INJECTED)).as("typeId"),
                bad("of an item", () -> NewItem.of("hat").inFolder(INJECTED)).as("folderId"),
                bad("of a character", () -> CHARACTER.withName(INJECTED)).as("name"),
                bad("of a character", () -> CHARACTER.withMember(INJECTED, 1)).as("member"),
                bad("of a subscription", () -> NewSubscription.of(INJECTED, "Gold", "All"))
                        .as("localId"),
                bad("of a subscription", () -> NewSubscription.of("monthly", INJECTED, "All"))
                        .as("name"),
                bad("of a subscription", () -> NewSubscription.of("monthly", "Gold", INJECTED))
                        .as("description"),
                bad("of a payee", () -> Payee.byGloebitId(INJECTED, "7", "g")).as("name"),
                bad("of a payee", () -> Payee.byGloebitId("bob", INJECTED, "g")).as("id"),
                bad("of a payee", () -> Payee.byGloebitId("bob", "7", INJECTED)).as("gloebitId"),
                bad("of a payee", () -> Payee.byEmail("bob", "7", INJECTED)).as("email"),
                bad("of a refusal", () -> EnactDecision.reject(INJECTED)).as("reason"));
    }

    static Stream<Arguments> textsOfPurchases() {
        ProductPurchase sword = ProductPurchase.of(ID, "Sword");
        URI back = URI.create("https://app.example/");
        return Stream.of(
                bad("of an item", () -> ItemPurchase.of(ID, INJECTED, 1)).as("item"),
                bad(
                                "of a payment",
                                () -> UserPayment.of(
                                        ID, INJECTED, BigDecimal.ONE, Payee.byEmail("bob", "7", "b@b.example")))
                        .as("item"),
                bad("of a product", () -> ProductPurchase.of(ID, INJECTED)).as("product"),
                bad("of the payer", () -> sword.withUsername(INJECTED)).as("username"),
                bad("of the payer", () -> sword.withDetails(PurchaseDetails.NONE.withBuyerId(INJECTED)))
                        .as("buyerId"),
                bad("of a subscription", () -> sword.withDetails(PurchaseDetails.NONE.withDebitOf(INJECTED)))
                        .as("subscriptionId"),
                bad("of a description", () -> Descriptions.NONE.withPlatform(INJECTED, "x"))
                        .as("a name in platform"),
                bad("of a description", () -> Descriptions.NONE.withPlatform("game", INJECTED))
                        .as("a value in platform"),
                bad("of a link", () -> new PurchasePageRequest(INJECTED, back, back, false))
                        .as("keyAlias"));
    }

    static Stream<Arguments> identifiers() {
        return Stream.of(
                        bad("null", () -> TransactionId.of(null)),
                        bad("empty", () -> TransactionId.of("")),
                        bad("blank", () -> TransactionId.of("  ")),
                        bad("37 characters", () -> TransactionId.of("x".repeat(37))),
                        bad("with a line break", () -> TransactionId.of("order\n1")),
                        bad("with a NUL", () -> TransactionId.of("order\0001")))
                .map(bad -> bad.as("transactionId"));
    }

    static Stream<Arguments> secrets() {
        return Stream.of(
                bad("null", () -> Credential.of(null)).as("accessToken"),
                bad("empty", () -> Credential.of("")).as("accessToken"),
                bad("with CR LF", () -> Credential.of("t\r\nX-Injected: 1")).as("accessToken"),
                bad("with a blank", () -> Credential.of("t t")).as("accessToken"),
                bad("not ASCII", () -> Credential.of("t\u00fc")).as("accessToken"),
                bad("too long", () -> Credential.of("t".repeat(4097))).as("accessToken"),
                bad("with CR LF", () -> Credential.of("t", "r\r\nX: 1", null, null))
                        .as("refreshToken"),
                bad("with CR LF", () -> Credential.of("t", null, "u\r\nX: 1", null))
                        .as("appUserId"),
                bad("blank", () -> Credential.of("t", null, " ", null)).as("appUserId"),
                bad("null", () -> ClientSecrets.of(null, "s")).as("key"),
                bad("blank", () -> ClientSecrets.of(" ", "s")).as("key"),
                bad("with CR LF", () -> ClientSecrets.of("k\r\n", "s")).as("key"),
                bad("null", () -> ClientSecrets.of("k", null)).as("secret"),
                bad("empty", () -> ClientSecrets.of("k", "")).as("secret"),
                bad("with CR LF", () -> ClientSecrets.of("k", "s\r\nX: 1")).as("secret"),
                bad("null", () -> ClientSecrets.fromJson(null)).as("json"),
                bad("with half a surrogate pair", () -> ClientSecrets.fromJson("{\"web\":{\"client_id\":\"k\uD83D\"}}"))
                        .as("json has half a character"),
                bad("no JSON", () -> ClientSecrets.fromJson("web")).as("json"),
                bad("without a client", () -> ClientSecrets.fromJson("{}")).as("json"));
    }

    static Stream<Arguments> products() {
        return Stream.of(
                bad("null", () -> ProductPurchase.of(null, "Sword")).as("transactionId"),
                bad("null", () -> ProductPurchase.of(ID, null)).as("product"),
                bad("blank", () -> ProductPurchase.of(ID, " ")).as("product"),
                bad("256 characters", () -> ProductPurchase.of(ID, "x".repeat(256)))
                        .as("product"),
                bad("with CR LF", () -> ProductPurchase.of(ID, "Sword\r\n")).as("product"),
                bad("zero", () -> ProductPurchase.of(ID, "Sword").withQuantity(0))
                        .as("quantity"),
                bad("negative", () -> ProductPurchase.of(ID, "Sword").withQuantity(-1))
                        .as("quantity"),
                bad("null", () -> ProductPurchase.of(ID, "Sword").withUsername(null))
                        .as("username"),
                bad(
                                "with half a surrogate pair",
                                () -> ProductPurchase.of(ID, "Sword").withUsername("\uD800"))
                        .as("username"),
                bad("null", () -> ProductPurchase.of(ID, "Sword").withCharacter(null))
                        .as("character"));
    }

    static Stream<Arguments> descriptions() {
        Map<String, String> lines = IntStream.range(0, 16)
                .boxed()
                .collect(Collectors.toMap(line -> "line " + line, line -> "x".repeat(255)));
        return Stream.of(
                bad("null", () -> Descriptions.NONE.withPlatform("game", null)).as("platform"),
                bad("blank", () -> Descriptions.NONE.withLocation(" ", "x")).as("location"),
                bad("too many characters", () -> new Descriptions(lines, lines, Map.of()))
                        .as("descriptions"));
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                bad("null", () -> AuthorizationRequest.forSession(null)).as("session"),
                bad("blank", () -> AuthorizationRequest.forSession(" ")).as("session"),
                bad("with CR LF", () -> AuthorizationRequest.forSession("s\r\n"))
                        .as("session"),
                bad("with a line break", () -> REQUEST.withUser("ada\nlovelace"))
                        .as("user"),
                bad("blank", () -> REQUEST.withUser("")).as("user"),
                bad("with half a surrogate pair", () -> REQUEST.withUser("ada\uD83D"))
                        .as("user"),
                bad("256 characters", () -> REQUEST.withUser("x".repeat(256))).as("user"),
                bad("with CR LF", () -> REQUEST.withUid("7\r\n")).as("uid"),
                bad("blank", () -> REQUEST.withKeyAlias(" ")).as("keyAlias"),
                bad("relative", () -> REQUEST.withRedirectUri(RELATIVE)).as("redirectUri"),
                bad("mailto", () -> REQUEST.withRedirectUri(URI.create("mailto:ada@app.example")))
                        .as("redirectUri"),
                bad("ftp", () -> REQUEST.withRedirectUri(URI.create("ftp://app.example/")))
                        .as("redirectUri"),
                bad("with a fragment", () -> REQUEST.withRedirectUri(URI.create("https://app.example/#a")))
                        .as("redirectUri"),
                bad("with user info", () -> REQUEST.withRedirectUri(URI.create("https://ada@app.example/")))
                        .as("redirectUri"),
                bad("relative", () -> REQUEST.withReturnTo(RELATIVE)).as("returnTo"),
                bad("with half a surrogate pair", () -> REQUEST.withReturnTo(URI.create("https://a.example/\uD83D")))
                        .as("returnTo"),
                bad("empty", () -> REQUEST.withScopes(Set.of())).as("scopes"));
    }

    static Stream<Arguments> pending() {
        byte[] body = {'{', '}'};
        return Stream.of(
                bad("null", () -> PendingPurchase.of(null, PurchaseKind.ITEM, TransactVersion.V1, null, body))
                        .as("transactionId"),
                bad("null", () -> PendingPurchase.of(ID, null, TransactVersion.V1, null, body))
                        .as("kind"),
                bad("null", () -> PendingPurchase.of(ID, PurchaseKind.ITEM, TransactVersion.V1, null, null))
                        .as("body"),
                bad("empty", () -> PendingPurchase.of(ID, PurchaseKind.ITEM, TransactVersion.V1, null, new byte[0]))
                        .as("body"),
                bad(
                                "too long",
                                () -> PendingPurchase.of(
                                        ID, PurchaseKind.ITEM, TransactVersion.V1, null, new byte[65_537]))
                        .as("body"));
    }

    static Stream<Arguments> settings() {
        Duration second = Duration.ofSeconds(1);
        HoldSettings holds = HoldSettings.of(
                URI.create("https://app.example/holds"), TransactionJournal.inMemory(), held -> Mono.empty());
        return Stream.of(
                bad("null", () -> holds.withServerPath(null)).as("serverPath"),
                bad("empty", () -> holds.withServerPath("")).as("serverPath"),
                bad("without a slash", () -> holds.withServerPath("holds")).as("serverPath"),
                bad("with two", () -> holds.withServerPath("//holds")).as("serverPath"),
                bad("a URI", () -> holds.withServerPath("https://app.example/holds"))
                        .as("serverPath"),
                bad("with a query", () -> holds.withServerPath("/holds?a=b")).as("serverPath"),
                bad("with half a surrogate pair", () -> holds.withServerPath("/\uD83D"))
                        .as("serverPath"),
                bad(
                                "with half a surrogate pair",
                                () -> HoldSettings.of(
                                        URI.create("https://app.example/\uD83D"),
                                        TransactionJournal.inMemory(),
                                        holds.handler()))
                        .as("baseUri"),
                bad("not escaped", () -> holds.withServerPath("/our holds")).as("serverPath"),
                bad("zero", () -> CallLimits.DEFAULT.withAttempts(0)).as("attempts"),
                bad("eleven", () -> CallLimits.DEFAULT.withAttempts(11)).as("attempts"),
                bad("zero", () -> CallLimits.DEFAULT.withAttemptTimeout(Duration.ZERO))
                        .as("attemptTimeout"),
                bad("negative", () -> CallLimits.DEFAULT.withDeadline(second.negated()))
                        .as("deadline"),
                bad("null", () -> CallLimits.DEFAULT.withDeadline(null)).as("deadline"),
                bad("a day and more", () -> CallLimits.DEFAULT.withDeadline(Duration.ofHours(25)))
                        .as("deadline"),
                bad("zero", () -> new ConnectionSettings(0, 1, second, second, second, 1024))
                        .as("maxConnections"),
                bad("zero", () -> new ConnectionSettings(1, 0, second, second, second, 1024))
                        .as("maxPending"),
                bad("zero", () -> new ConnectionSettings(1, 1, Duration.ZERO, second, second, 1024))
                        .as("connectTimeout"),
                bad("too few", () -> new ConnectionSettings(1, 1, second, second, second, 1023))
                        .as("maxAnswerBytes"),
                bad("zero", () -> new ResilienceSettings(Duration.ZERO, second, 1, 50, 10, second, 1))
                        .as("firstBackoff"),
                bad("negative", () -> new ResilienceSettings(second, second, -1, 50, 10, second, 1))
                        .as("retryBudget"),
                bad("over 100", () -> new ResilienceSettings(second, second, 1, 101, 10, second, 1))
                        .as("failureRateThreshold"),
                bad("one", () -> new ResilienceSettings(second, second, 1, 50, 1, second, 1))
                        .as("slidingWindow"));
    }

    private static Bad bad(String what, ThrowingCallable call) {
        return new Bad(what, call);
    }

    private record Bad(String what, ThrowingCallable call) {
        Arguments as(String argument) {
            return arguments(argument, what, call);
        }
    }
}
