package com.gloebit.reactive.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitClientBuilder;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.character.StoredCharacter;
import com.gloebit.reactive.inventory.NewItem;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.transaction.Payee;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.transaction.UserPayment;
import com.gloebit.reactive.wire.support.Given;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What callers have in their hands is taken as it is: no cast, no copy into another collection. */
class CallerTypesTest {
    private static final AuthorizationRequest REQUEST = AuthorizationRequest.forSession(Given.SESSION);

    @Test
    void aPaymentAcceptsAWholeNumberOfGloebits() {
        Payee bob = Payee.byEmail("Bob", "b-1", "bob@example.org");
        TransactionId id = TransactionId.of("order-1");

        assertThat(UserPayment.of(id, "lamp", 3, bob)).isEqualTo(UserPayment.of(id, "lamp", new BigDecimal(3), bob));
    }

    @Test
    void membersMayBeAMapOfOneKindOfValue() {
        Map<String, Integer> level = new TreeMap<>(Map.of("level", 12));

        assertThat(StoredCharacter.of(Given.CHARACTER, "Lovelace", level).members())
                .isEqualTo(Map.of("level", new BigDecimal(12)));
        assertThat(NewItem.of("hat").withParams(level).params()).isEqualTo(Map.of("level", new BigDecimal(12)));
    }

    @ParameterizedTest
    @MethodSource
    void scopesAreAcceptedInAnyForm(
            UnaryOperator<GloebitClientBuilder> ofTheClient, UnaryOperator<AuthorizationRequest> ofTheRequest) {
        assertThat(asked(ofTheClient, request -> request)).contains("scope=balance%20transact&");
        assertThat(asked(client -> client, ofTheRequest)).contains("scope=balance%20transact&");
    }

    static Stream<Arguments> scopesAreAcceptedInAnyForm() {
        Set<Scope> set = Set.of(Scope.TRANSACT, Scope.BALANCE);
        List<Scope> list = List.of(Scope.TRANSACT, Scope.BALANCE, Scope.TRANSACT);
        return Stream.of(
                scopes(client -> client.scopes(set), request -> request.withScopes(set)),
                scopes(client -> client.scopes(list), request -> request.withScopes(list)),
                scopes(
                        client -> client.scopes(Scope.TRANSACT, Scope.BALANCE),
                        request -> request.withScopes(Scope.TRANSACT, Scope.BALANCE)));
    }

    @ParameterizedTest
    @MethodSource
    @SuppressWarnings("NullAway") // null is one of the bad inputs
    void nullScopesAreRefusedAtOnce(Collection<Scope> scopes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GloebitClient.builder(Given.SECRETS).scopes(scopes))
                .withMessageContaining("scopes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REQUEST.withScopes(scopes))
                .withMessageContaining("scopes");
    }

    @SuppressWarnings("NullAway") // null is one of the bad inputs
    static Stream<Collection<Scope>> nullScopesAreRefusedAtOnce() {
        return Stream.of(null, Set.of(), Arrays.asList(Scope.USER, null));
    }

    @Test
    @SuppressWarnings("NullAway") // that is the test
    void aNullScopeAmongOthersIsRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REQUEST.withScopes(Scope.USER, Scope.BALANCE, null))
                .withMessageContaining("scopes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REQUEST.withScopes(Scope.USER, (Scope[]) null))
                .withMessageContaining("scopes");
    }

    private static String asked(
            UnaryOperator<GloebitClientBuilder> ofTheClient, UnaryOperator<AuthorizationRequest> ofTheRequest) {
        GloebitClient client = ofTheClient
                .apply(GloebitClient.builder(Given.SECRETS)
                        .environment(GloebitEnvironment.SANDBOX)
                        .redirectUri(Given.REDIRECT))
                .build();
        try {
            return client.authorizationUri(ofTheRequest.apply(REQUEST)).toString();
        } finally {
            client.dispose();
        }
    }

    private static Arguments scopes(
            UnaryOperator<GloebitClientBuilder> ofTheClient, UnaryOperator<AuthorizationRequest> ofTheRequest) {
        return arguments(ofTheClient, ofTheRequest);
    }
}
