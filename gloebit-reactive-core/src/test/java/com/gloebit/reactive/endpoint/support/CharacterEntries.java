package com.gloebit.reactive.endpoint.support;

import static com.gloebit.reactive.flow.support.Waiting.block;
import static com.gloebit.reactive.internal.endpoint.RepeatSafety.ALWAYS;
import static com.gloebit.reactive.internal.endpoint.RepeatSafety.BY_KEY;
import static com.gloebit.reactive.internal.endpoint.RepeatSafety.NEVER_IF_DONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.character.Characters;
import com.gloebit.reactive.character.StoredCharacter;
import com.gloebit.reactive.flow.support.SimulatedShop;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.ExpectedRequest;
import com.gloebit.reactive.wire.support.Given;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Characters. Those calls to the simulated service that need a character find Lovelace. */
final class CharacterEntries {
    private static final String MEMBERS = "\"level\":12,\"luck\":0.10,\"big\":123456789012345678901234567890,"
            + "\"bag\":{\"slots\":[1,\"two\",false,null]}";

    private static final String STORED = "{\"id\":\"" + Given.CHARACTER + "\",\"name\":\"Lovelace\"," + MEMBERS + "}";

    private static final StoredCharacter LOVELACE = new StoredCharacter(Given.CHARACTER, "Lovelace", members());

    private CharacterEntries() {}

    static Stream<EndpointEntry> all() {
        return Stream.of(characters(), createCharacter(), updateCharacter(), deleteCharacter());
    }

    private static EndpointEntry characters() {
        return EndpointEntry.of("characters", ALWAYS)
                .withFixture(Fixture.ofUser(
                        "one, with nested members",
                        ExpectedRequest.get("/get-characters")
                                .answers("{\"success\":true,\"characters\":[" + STORED + "]}"),
                        ada -> ada.characters().list().collectList(),
                        List.of(LOVELACE)))
                .withCall(withLovelace(
                        (characters, lovelace) -> characters.list().collectList(),
                        (shop, listed) -> assertThat(listed)
                                .extracting(StoredCharacter::name)
                                .contains("Lovelace")));
    }

    private static EndpointEntry createCharacter() {
        return EndpointEntry.of("create-character", NEVER_IF_DONE)
                .withFixture(Fixture.ofUser(
                        "name and further members",
                        ExpectedRequest.postJson("/create-character", "{\"name\":\"Lovelace\"," + MEMBERS + "}")
                                .answers("{\"success\":true,\"character\":" + STORED + "}"),
                        ada -> ada.characters().create("Lovelace", members()),
                        LOVELACE))
                .withCall(withLovelace(
                        (characters, lovelace) -> characters.create("Countess", Map.of("level", "1")),
                        (shop, created) -> assertThat(stored(shop)).contains(created)));
    }

    private static EndpointEntry updateCharacter() {
        return EndpointEntry.of("update-character", BY_KEY)
                .withFixture(Fixture.ofUser(
                        "what was read is written unchanged",
                        ExpectedRequest.postJson("/update-character", STORED)
                                .answers("{\"success\":true,\"character\":" + STORED + "}"),
                        ada -> ada.characters().update(LOVELACE),
                        LOVELACE))
                .withCall(withLovelace(
                        (characters, lovelace) -> characters.update(lovelace.withName("Countess")),
                        (shop, updated) -> assertThat(stored(shop)).contains(updated)));
    }

    private static EndpointEntry deleteCharacter() {
        return EndpointEntry.of("delete-character", NEVER_IF_DONE)
                .withFixture(Fixture.ofUser(
                        "by its id",
                        ExpectedRequest.postJson("/delete-character", "{\"id\":\"" + Given.CHARACTER + "\"}")
                                .answers(Answers.success()),
                        ada -> ada.characters().delete(Given.CHARACTER),
                        null))
                .withCall(withLovelace(
                        (characters, lovelace) ->
                                characters.delete(lovelace.id()).thenReturn(lovelace),
                        (shop, deleted) -> assertThat(stored(shop)).doesNotContain(deleted)));
    }

    private static Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("level", 12);
        members.put("luck", new BigDecimal("0.10"));
        members.put("big", new BigInteger("123456789012345678901234567890"));
        members.put("bag", Map.of("slots", Arrays.asList(1, "two", false, null)));
        return members;
    }

    private static <T> SimulatedCall withLovelace(
            BiFunction<Characters, StoredCharacter, Mono<T>> call, BiConsumer<SimulatedShop, T> check) {
        return (shop, client) -> {
            StoredCharacter lovelace = lovelace(shop);
            return PreparedCall.of(
                    shop, call.apply(shop.adaBy(client).characters(), lovelace), value -> check.accept(shop, value));
        };
    }

    /** Returns the only character that Ada then has: names of characters are unique. */
    static StoredCharacter lovelace(SimulatedShop shop) {
        Characters characters = shop.ada.characters();
        return block(characters
                .list()
                .concatMap(character -> characters.delete(character.id()))
                .then(characters.create("Lovelace", Map.of("level", "12"))));
    }

    private static List<StoredCharacter> stored(SimulatedShop shop) {
        return block(shop.ada.characters().list().collectList());
    }
}
