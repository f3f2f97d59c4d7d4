package com.gloebit.reactive.wire;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.character.StoredCharacter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Characters, with whatever the application stored of them. */
final class CharacterFixtures {
    private static final String MEMBERS = "\"level\":12,\"luck\":0.10,\"big\":123456789012345678901234567890,"
            + "\"bag\":{\"slots\":[1,\"two\",false,null]}";

    private static final StoredCharacter LOVELACE = new StoredCharacter(Given.CHARACTER, "Lovelace", members());

    private CharacterFixtures() {}

    static Stream<Fixture> all() {
        String stored = "{\"id\":\"" + Given.CHARACTER + "\",\"name\":\"Lovelace\"," + MEMBERS + "}";
        return Stream.of(
                fixture(
                        "characters",
                        "one, with nested members",
                        ExpectedRequest.get("/get-characters")
                                .answers("{\"success\":true,\"characters\":[" + stored + "]}"),
                        ada -> ada.characters().list().collectList(),
                        List.of(LOVELACE)),
                fixture(
                        "create-character",
                        "name and further members",
                        ExpectedRequest.postJson("/create-character", "{\"name\":\"Lovelace\"," + MEMBERS + "}")
                                .answers("{\"success\":true,\"character\":" + stored + "}"),
                        ada -> ada.characters().create("Lovelace", members()),
                        LOVELACE),
                fixture(
                        "update-character",
                        "what was read is written unchanged",
                        ExpectedRequest.postJson("/update-character", stored)
                                .answers("{\"success\":true,\"character\":" + stored + "}"),
                        ada -> ada.characters().update(LOVELACE),
                        LOVELACE),
                fixture(
                        "delete-character",
                        "by its id",
                        ExpectedRequest.postJson("/delete-character", "{\"id\":\"" + Given.CHARACTER + "\"}")
                                .answers(Answers.success()),
                        ada -> ada.characters().delete(Given.CHARACTER),
                        null));
    }

    private static Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("level", 12);
        members.put("luck", new BigDecimal("0.10"));
        members.put("big", new BigInteger("123456789012345678901234567890"));
        members.put("bag", Map.of("slots", Arrays.asList(1, "two", false, null)));
        return members;
    }

    private static Fixture fixture(
            String endpoint,
            String title,
            Interaction interaction,
            Function<AuthorizedUser, Mono<?>> call,
            @Nullable Object value) {
        return Fixture.of(
                endpoint, title, interaction, client -> call.apply(client.withCredential(Given.CREDENTIAL)), value);
    }
}
