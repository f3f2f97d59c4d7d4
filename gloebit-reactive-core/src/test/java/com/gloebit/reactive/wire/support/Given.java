package com.gloebit.reactive.wire.support;

import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.internal.application.ProcessResources;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.PurchaseKind;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.transaction.TransactionId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import reactor.core.scheduler.Scheduler;

/** The one application and the one user that these tests know. */
public final class Given {
    public static final String KEY = "application-key";
    public static final String SECRET = "s3cr3t-of-the-application";
    public static final String TOKEN = "t0ken-of-ada";
    public static final String CODE = "c0de-from-the-browser";
    public static final String USERNAME = "ada.lovelace";
    public static final String SESSION = "session-of-ada";

    /** Stands for whatever a server may write into an answer. */
    public static final String FREE_TEXT = "free-text-of-the-server";

    /** What no message may hold. */
    public static final List<String> CONFIDENTIAL = List.of(SECRET, TOKEN, CODE, USERNAME, SESSION, FREE_TEXT);

    public static final URI REDIRECT = URI.create("https://app.example/back");
    public static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    public static final UUID CHARACTER = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");

    public static final ClientSecrets SECRETS = ClientSecrets.of(KEY, SECRET);
    public static final Credential CREDENTIAL = Credential.of(TOKEN);
    public static final ItemPurchase TORCHES = ItemPurchase.of(TransactionId.of("order-1"), "torch", 3)
            .withQuantity(2)
            .withUsername(USERNAME);

    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private Given() {}

    /** The resources of this process, but for the timer. */
    public static ProcessResources process(Scheduler timer) {
        ProcessResources system = ProcessResources.system();
        return new ProcessResources(timer, system.nanoTime(), system.random());
    }

    /** {@link #TORCHES} under another id, as far as holds read it. */
    public static PendingPurchase torches(TransactionId id) {
        String body = "{\"transaction-id\":\"" + id
                + "\",\"asset-code\":\"torch\",\"asset-quantity\":2,\"gloebit-balance-change\":6}";
        return PendingPurchase.of(
                id, PurchaseKind.ITEM, TransactVersion.V1, null, body.getBytes(StandardCharsets.UTF_8));
    }
}
