package com.gloebit.reactive;

import com.gloebit.reactive.failure.*;
import com.gloebit.reactive.transaction.*;
import java.time.Duration;
import mockwebserver3.*;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;

class WireSmokeTest {
    @StartStop
    final MockWebServer server = new MockWebServer();

    @Test
    void balance() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .body("{\"success\":true,\"balance\":12.50}")
                .build());
        server.enqueue(new MockResponse.Builder()
                .body("{\"success\":true,\"reason\":\"success\",\"id\":\"o-1\"}")
                .build());
        GloebitClient client = GloebitClient.builder(ClientSecrets.of("k", "s"))
                .environment(GloebitEnvironment.custom(server.url("/").uri()))
                .build();
        AuthorizedUser ada = client.user(Credential.of("tok"));
        System.out.println(ada.balance().block(Duration.ofSeconds(10)));
        var req = server.takeRequest();
        System.out.println(req.getRequestLine() + "\n" + req.getHeaders() + " " + req.getBody());
        System.out.println(ada.purchase(ItemPurchase.of(TransactionId.of("o-1"), "torch", 3)
                        .quantity(2)
                        .username("Ada"))
                .block(Duration.ofSeconds(10)));
        req = server.takeRequest();
        System.out.println(req.getRequestLine() + "\n" + req.getHeaders() + " "
                + req.getBody().utf8());
        server.enqueue(new MockResponse.Builder().code(500).build());
        server.enqueue(new MockResponse.Builder().code(503).build());
        server.enqueue(new MockResponse.Builder().code(400).build());
        try {
            ada.purchase(ItemPurchase.of(TransactionId.of("o-2"), "torch", 3).username("Ada"))
                    .block(Duration.ofSeconds(10));
        } catch (TransactionInDoubtException e) {
            e.printStackTrace(System.out);
        }
        client.close(Duration.ofSeconds(1)).block(Duration.ofSeconds(10));
    }
}
