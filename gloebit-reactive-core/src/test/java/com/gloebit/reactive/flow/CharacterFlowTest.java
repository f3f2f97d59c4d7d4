package com.gloebit.reactive.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.character.StoredCharacter;
import com.gloebit.reactive.failure.RequestRefusedException;
import com.gloebit.reactive.flow.support.SimulatedShop;
import com.gloebit.reactive.inventory.ItemReference;
import com.gloebit.reactive.inventory.NewItem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Characters and items: what the application stores comes back as it was. */
class CharacterFlowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SimulatedShop shop = new SimulatedShop();

    @AfterEach
    void noViolation() {
        assertThat(shop.simulator.violations()).isEmpty();
        shop.close();
    }

    @Test
    void aCharacterIsCreatedListedChangedAndDeleted() {
        StoredCharacter created = block(shop.ada.characters().create("Lovelace", members()));
        assertThat(block(shop.ada.characters().list().collectList())).containsExactly(created);
        StoredCharacter changed = block(shop.ada
                .characters()
                .update(created.withName("Ada").withMember("level", 13).withMember("gone", null)));
        assertThat(changed.members().get("level")).isEqualTo(new BigDecimal("13"));
        assertThat(changed.members().get("bag")).isEqualTo(created.members().get("bag"));
        assertThat(changed.members()).containsEntry("gone", null);
        shop.ada.characters().delete(created.id()).block(PATIENCE);
        assertThat(block(shop.ada.characters().list().collectList())).isEmpty();
    }

    @Test
    void aSecondCharacterOfTheSameNameIsRefused() {
        block(shop.ada.characters().create("Lovelace", Map.of()));
        StepVerifier.create(shop.ada.characters().create("Lovelace", Map.of()))
                .expectError(RequestRefusedException.class)
                .verify(PATIENCE);
    }

    @Test
    void membersThatWereReadAreWrittenUnchanged() {
        StoredCharacter created = block(shop.ada.characters().create("Lovelace", members()));
        assertThat(created.members()).isEqualTo(new StoredCharacter(created.id(), "x", members()).members());
        assertThat(block(shop.ada.characters().update(created))).isEqualTo(created);
    }

    @Test
    void anItemIsCreatedReadFoldedMovedAndDeleted() {
        UUID hat = block(
                shop.ada.items().create(NewItem.of("hat").inFolder("attic").withParams(members())));
        assertThat(block(shop.ada.items().list("attic").collectList()))
                .containsExactly(new ItemReference("hat", hat.toString(), "attic"));
        shop.ada.items().update(hat, Map.of("level", 1), "cellar").block(PATIENCE);
        Map<String, @Nullable Object> read = block(shop.ada.items().read(hat));
        assertThat(read).containsEntry("level", BigDecimal.ONE).containsKey("bag");
        assertThat(block(shop.ada.items().list("attic").collectList())).isEmpty();
        assertThat(block(shop.ada.items().list().collectList()))
                .extracting(ItemReference::folderId)
                .contains("cellar");
        shop.ada.items().delete(hat).block(PATIENCE);
        StepVerifier.create(shop.ada.items().read(hat))
                .expectError(RequestRefusedException.class)
                .verify(PATIENCE);
    }

    @Test
    void aFolderMayHaveAnyName() {
        for (String folder : List.of("a/b", "..", "50% off", "ü", "\uD83D\uDD25 x")) {
            UUID hat = block(shop.ada.items().create(NewItem.of("hat").inFolder(folder)));
            assertThat(block(shop.ada.items().list(folder).collectList()))
                    .as(folder)
                    .containsExactly(new ItemReference("hat", hat.toString(), folder));
        }
    }

    private static Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("level", 12);
        members.put("luck", new BigDecimal("0.10"));
        members.put("big", new BigInteger("1234567890".repeat(20)));
        members.put("bag", Map.of("slots", Arrays.asList(1, "two", false, null, Map.of("deep", List.of("\u00fc")))));
        return members;
    }

    private static <T> T block(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(PATIENCE));
    }
}
