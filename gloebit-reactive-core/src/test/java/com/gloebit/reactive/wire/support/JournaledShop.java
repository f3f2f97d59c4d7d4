package com.gloebit.reactive.wire.support;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.CredentialStore;
import com.gloebit.reactive.authorization.InMemoryCredentialStore;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.hold.FaultyJournal;
import com.gloebit.reactive.hold.HeldTransaction;
import com.gloebit.reactive.hold.HoldHandler;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionJournal;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.TransactionId;
import java.net.URI;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** A shop with holds, whose users are ada, by her key, and whoever has a credential. */
public final class JournaledShop {
    public static final TransactionId ID = Given.TORCHES.transactionId();
    public static final ItemPurchase NAMELESS = ItemPurchase.of(ID, "torch", 3).withQuantity(2);
    public static final String ACCEPTED = "{\"success\":true,\"reason\":\"success\",\"id\":\"order-1\"}";

    public final SettableClock clock = new SettableClock();
    public final FaultyJournal journal = new FaultyJournal(TransactionJournal.inMemory());
    public final InMemoryCredentialStore store = new InMemoryCredentialStore();

    private final FakeGloebit gloebit;

    public JournaledShop(FakeGloebit gloebit) {
        this.gloebit = gloebit;
    }

    public GloebitClient leftInDoubt() {
        GloebitClient client = client(store);
        leftInDoubt(client);
        return client;
    }

    public void leftInDoubt(GloebitClient client) {
        save(Given.CREDENTIAL);
        gloebit.expect(3, request(client).answers(Answers.lost()));
        Failures.of(ada(client).purchase(Given.TORCHES), TransactionInDoubtException.class);
    }

    public void save(Credential credential) {
        store.save("ada", credential).block(Given.PATIENCE);
    }

    public AuthorizedUser ada(GloebitClient client) {
        return Objects.requireNonNull(client.user("ada").block(Given.PATIENCE));
    }

    public AuthorizedUser keyless() {
        return client().withCredential(Given.CREDENTIAL);
    }

    public GloebitClient client() {
        return client(store);
    }

    public GloebitClient client(CredentialStore credentials) {
        HoldSettings holds = HoldSettings.of(URI.create("https://app.example/holds"), journal, new HoldHandler() {
            @Override
            public Mono<Void> consume(HeldTransaction transaction) {
                return Mono.empty();
            }
        });
        return gloebit.client(settings ->
                settings.holds(holds).signingKey(new byte[32]).clock(clock).credentialStore(credentials));
    }

    public static Interaction user(String name) {
        return ExpectedRequest.get("/user").answers("{\"success\":true,\"id\":\"u-1\",\"name\":\"" + name + "\"}");
    }

    public static ExpectedRequest request(GloebitClient client) {
        String body = SampleCall.PURCHASE.request().body();
        return ExpectedRequest.postJson(
                "/transact",
                body.substring(0, body.length() - 1) + "," + url(client, HoldStep.ENACT) + ","
                        + url(client, HoldStep.CONSUME) + "," + url(client, HoldStep.CANCEL) + "}");
    }

    private static String url(GloebitClient client, HoldStep step) {
        return "\"asset-" + step.text() + "-hold-url\":\"" + client.holds().callbackUri(ID, step) + "\"";
    }

    public static String called(GloebitClient client, HoldStep step) {
        return Objects.requireNonNull(client.holds()
                        .answer(client.holds().callbackUri(ID, step))
                        .block(Given.PATIENCE))
                .body();
    }

    public JournalEntry entry() {
        return Objects.requireNonNull(journal.find(ID).block(Given.PATIENCE));
    }
}
