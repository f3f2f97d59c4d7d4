package com.gloebit.reactive.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.character.StoredCharacter;
import com.gloebit.reactive.identity.UserInfo;
import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.answer.AttemptFailure;
import com.gloebit.reactive.internal.answer.FailureKind;
import com.gloebit.reactive.internal.subject.TokenRequest;
import com.gloebit.reactive.subscription.Subscription;
import com.gloebit.reactive.subscription.SubscriptionAuthorization;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.PurchaseKind;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.transaction.TransactionId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an answer is read liberally, and where it must not be. */
@SuppressWarnings("NullAway") // null is the only value of Void
class LenientAnswersTest {
    private static final String LONG = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
            + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
            + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
            + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static final TokenRequest EXCHANGE = new TokenRequest(
            ClientSecrets.of("key", "secret"), "code", Set.of(Scope.USER), URI.create("https://game.example/back"));

    private static final UUID CHARACTER = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");

    private static final PendingPurchase TORCH = PendingPurchase.of(
            TransactionId.of("o-1"), PurchaseKind.ITEM, TransactVersion.V1, null, new byte[] {'{', '}'});

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"app_user_id\":\"\"",
                "\"app_user_id\":[1]",
                "\"refresh_token\":{\"a\":1}",
                "\"refresh_token\":\"a b\"",
                "\"scope\":\"\"",
                "\"scope\":7",
                "\"scope\":\"something-else\""
            })
    void unreadableMembersBesideATokenDoNotLoseIt(String member) {
        Credential credential = exchange("{\"access_token\":\"t-1\"," + member + "}");
        assertThat(credential).isEqualTo(Credential.of("t-1", null, null, Set.of(Scope.USER)));
    }

    @Test
    void aNumericIdIsKeptAsItsText() {
        assertThat(exchange("{\"access_token\":\"t-1\",\"app_user_id\":12345678901234567890}")
                        .appUserId())
                .isEqualTo("12345678901234567890");
    }

    @Test
    void scopesMayBeSeparatedByCommas() {
        assertThat(exchange("{\"access_token\":\"t-1\",\"scope\":\"user,transact\"}")
                        .scopes())
                .containsExactlyInAnyOrder(Scope.USER, Scope.TRANSACT);
    }

    /** Read as none, it would make a queued purchase a rejected one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":false,\"status\":{\"code\":\"queued\"},\"reason\":\"pending\"}",
                "{\"success\":false,\"status\":202}",
                "{\"success\":false,\"status\":\"queued\",\"reason\":[\"insufficient balance\"]}"
            })
    void aPurchaseWithAStatusThatIsNoTextIsUnreadable(String json) {
        assertThatThrownBy(() -> Endpoints.TRANSACT.read(TORCH, answer(json)))
                .isInstanceOfSatisfying(
                        AttemptFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.UNREADABLE));
    }

    /** Another program of the application may have stored it: one such name must not hide all characters. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\\nb", LONG})
    void aCharacterMayHaveAnyName(String name) {
        List<StoredCharacter> characters = Endpoints.CHARACTERS.read(null, answer(characters(name, "1")));

        assertThat(characters)
                .extracting(StoredCharacter::name)
                .containsExactly(name.equals(LONG) ? LONG : name.translateEscapes());
    }

    @Test
    void anAnswerThatIsNestedTooDeeplyIsUnreadable() {
        String deep = characters("Ada", "[".repeat(29) + "]".repeat(29));

        assertThatThrownBy(() -> Endpoints.CHARACTERS.read(null, answer(deep)))
                .isInstanceOfSatisfying(
                        AttemptFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.UNREADABLE));
    }

    /** As encoders write an empty table that does not know whether it is a list. */
    @Test
    void anEmptyArrayIsAnObjectWithoutMembers() {
        assertThat(Endpoints.USER_PRODUCTS.read(null, answer("{\"success\":true,\"products\":[]}")))
                .isEmpty();
        assertThat(Endpoints.ITEM.read(CHARACTER, answer("{\"success\":true,\"item\":[]}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "[[]]", "\"\"", "{\"Torch\":\"many\"}", "{\"Torch\":1,\"Sword\":null}", "null"})
    void productsWithAnUnreadableCountAreUnreadable(String products) {
        assertThatThrownBy(() ->
                        Endpoints.USER_PRODUCTS.read(null, answer("{\"success\":true,\"products\":" + products + "}")))
                .isInstanceOfSatisfying(
                        AttemptFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.UNREADABLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"name\":[1]",
                "\"name\":{\"first\":\"Ada\"},\"full-name\":true",
                "\"params\":\"none\"",
                "\"params\":[]",
                "\"params\":[1]"
            })
    void unreadableMembersOfAUserAreOmitted(String member) {
        assertThat(Endpoints.USER_INFO.read(null, answer("{\"success\":true,\"id\":\"u-1\"," + member + "}")))
                .isEqualTo(new UserInfo("u-1", "", Map.of()));
    }

    @Test
    void unreadableMembersOfASubscriptionAreOmitted() {
        assertThat(Endpoints.CREATE_SUBSCRIPTION.read(
                        null, answer("{\"success\":true,\"id\":\"s-1\",\"enabled\":true,\"status\":[\"duplicate\"]}")))
                .isEqualTo(new Subscription("s-1", true, null));
        assertThat(Endpoints.AUTHORIZE_SUBSCRIPTION.read(
                        null,
                        answer("{\"success\":true,\"id\":[1],\"pending\":\"yes\",\"enabled\":1,\"status\":{\"a\":1}}")))
                .isEqualTo(new SubscriptionAuthorization(null, null, null, null));
    }

    private static String characters(String name, String member) {
        return "{\"success\":true,\"characters\":[{\"id\":\"0f8fad5b-d9cb-469f-a165-70867728950e\",\"name\":\"" + name
                + "\",\"x\":" + member + "}]}";
    }

    private static Credential exchange(String json) {
        return Endpoints.ACCESS_TOKEN.read(EXCHANGE, answer(json));
    }

    private static Answer answer(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new Answer(200, null, bytes, bytes.length);
    }
}
