package com.gloebit.reactive.endpoint.support;

import static com.gloebit.reactive.flow.support.Waiting.block;
import static com.gloebit.reactive.internal.endpoint.RepeatSafety.ALWAYS;
import static com.gloebit.reactive.internal.endpoint.RepeatSafety.CODE;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.canary.Canaries;
import com.gloebit.reactive.failure.AuthorizationFailedException;
import com.gloebit.reactive.flow.support.SimulatedShop;
import com.gloebit.reactive.identity.UserInfo;
import com.gloebit.reactive.internal.subject.TokenRequest;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.ExpectedRequest;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SampleCall;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** The token, and what Gloebit says of its user. */
final class AccountEntries {
    private AccountEntries() {}

    static Stream<EndpointEntry> all() {
        return Stream.of(accessToken(), verifyToken(), userInfo(), balance());
    }

    private static EndpointEntry accessToken() {
        return EndpointEntry.of("access-token", CODE)
                .withArgument(
                        new TokenRequest(Given.SECRETS, Given.CODE, Set.of(Scope.USER, Scope.TRANSACT), Given.REDIRECT))
                .withFixture(Fixture.of(
                        "everything granted",
                        SampleCall.EXCHANGE
                                .request()
                                .answers(
                                        "{\"access_token\":\"t0ken-of-ada\",\"refresh_token\":\"fresh\","
                                                + "\"token_type\":\"Bearer\",\"app_user_id\":\"u-7\",\"scope\":\"user balance\"}"),
                        SampleCall.EXCHANGE::call,
                        Credential.of(Given.TOKEN, "fresh", "u-7", Set.of(Scope.USER, Scope.BALANCE))))
                .withFixture(Fixture.of(
                        "only a token: the scope is the one asked for",
                        SampleCall.EXCHANGE.answered(),
                        SampleCall.EXCHANGE::call,
                        Credential.of(Given.TOKEN, null, null, Set.of(Scope.USER, Scope.TRANSACT))))
                .withCall(AccountEntries::exchange);
    }

    /** An exchange for Bob: a new token of Ada's would end the one that the other calls have. */
    private static PreparedCall<Credential> exchange(SimulatedShop shop, GloebitClient client) {
        URI page = client.authorizationUri(AuthorizationRequest.forSession("session"));
        String callback = shop.simulator.approve(page, "bob", "babbage").getRawQuery();
        Mono<Credential> exchange = client.exchange(callback, "session").doOnNext(Canaries::made);
        return new PreparedCall<>(
                exchange,
                credential -> assertThat(
                                block(shop.gloebit.withCredential(credential).info())
                                        .name())
                        .isEqualTo("bob"),
                () -> isRefused(exchange));
    }

    /** A code is good once. */
    private static boolean isRefused(Mono<Credential> exchange) {
        return block(exchange.map(credential -> false)
                .onErrorResume(AuthorizationFailedException.class, refused -> Mono.just(true)));
    }

    private static EndpointEntry verifyToken() {
        return EndpointEntry.of("verify-token", ALWAYS)
                .withFixture(Fixture.ofUser(
                        "accepted",
                        ExpectedRequest.get("/no-op").answers(Answers.success()),
                        ada -> ada.verify(),
                        null))
                .withCall(SimulatedCall.ofUser(
                        ada -> ada.verify().thenReturn(true),
                        (shop, verified) -> assertThat(verified).isTrue()));
    }

    private static EndpointEntry userInfo() {
        return EndpointEntry.of("user-info", ALWAYS)
                .withFixture(Fixture.ofUser(
                        "id and name",
                        ExpectedRequest.get("/user").answers("{\"success\":true,\"id\":\"u-1\",\"name\":\"Ada\"}"),
                        ada -> ada.info(),
                        new UserInfo("u-1", "Ada", Map.of())))
                .withCall(SimulatedCall.ofUser(
                        ada -> ada.info(),
                        (shop, info) -> assertThat(info.name()).isEqualTo("ada")));
    }

    private static EndpointEntry balance() {
        return EndpointEntry.of("balance", ALWAYS)
                .withFixture(Fixture.of(
                        "exact",
                        SampleCall.READ.request().answers("{\"success\":true,\"balance\":12.50}"),
                        SampleCall.READ::call,
                        new BigDecimal("12.50")))
                .withCall(SimulatedCall.ofUser(
                        ada -> ada.balance(),
                        (shop, balance) -> assertThat(balance).isEqualByComparingTo(shop.simulator.balance("ada"))));
    }
}
