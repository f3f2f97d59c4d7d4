package shop;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.Application;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.LedgerEntry;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Buys a lantern from a simulated Gloebit; ends with an exception unless it was charged exactly once. */
public final class BuyLantern {
    private static final URI CALLBACK = URI.create("https://shop.example/callback");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private BuyLantern() {}

    public static void main(String[] arguments) {
        try (GloebitSimulator service = GloebitSimulator.builder()
                .application(Application.of("shop", "secret", CALLBACK))
                .account("ada", "password", new BigDecimal("100"))
                .start()) {
            GloebitClient gloebit = GloebitClient.builder(ClientSecrets.of("shop", "secret"))
                    .environment(GloebitEnvironment.custom(service.baseUri()))
                    .redirectUri(CALLBACK)
                    .scopes(Scope.USER, Scope.BALANCE, Scope.TRANSACT)
                    .build();
            AuthorizedUser ada = gloebit.withCredential(Credential.of(service.issueToken("shop", "ada", "user balance transact")));
            buy(service, ada);
            gloebit.closeGracefully(LIMIT).block(LIMIT);
        }
    }

    private static void buy(GloebitSimulator service, AuthorizedUser ada) {
        Receipt receipt =
                ada.purchase(ItemPurchase.of(TransactionId.of("order-1"), "lantern", 12)).block(LIMIT);
        expect("order-1", receipt.transactionId().toString());
        expect(0, new BigDecimal("88").compareTo(receipt.balance()));
        List<LedgerEntry> ledger = service.ledger();
        expect(1, ledger.size());
        expect("order-1", ledger.get(0).transactionId());
        expect("lantern", ledger.get(0).what());
        expect(0, new BigDecimal("12").compareTo(ledger.get(0).amount()));
        expect(List.of(), service.violations());
        Module module = BuyLantern.class.getModule();
        System.out.println((module.isNamed() ? "Module " + module.getName() : "Class path") + ": bought " + receipt);
    }

    private static void expect(Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException("Expected " + expected + ", found " + found);
        }
    }
}
