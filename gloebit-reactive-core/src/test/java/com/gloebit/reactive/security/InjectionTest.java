package com.gloebit.reactive.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.canary.CanaryMeters;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.PurchasePageRequest;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SampleCall;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Text from users that tries to be more than text: another member, another parameter, another path.
 *
 * <p>Elsewhere: in ids, names and other texts, line breaks and other control characters are refused before anything is
 * sent ({@code values.BadInputTest}, {@code values.BadCallTest}); the parameters of the authorize URL
 * ({@code authorization.AuthorizationUriTest}); ids in callback URLs ({@code internal.hold.HoldUrlsTest}); ids from the
 * service in a subscription's URL ({@code values.EnvironmentTest}).
 */
class InjectionTest {
    private static final String SEGMENT = "[A-Za-z0-9%._*-]+";

    @StartStop
    final MockWebServer server = new MockWebServer();

    private GloebitClient gloebit;
    private AuthorizedUser ada;

    @BeforeEach
    void build() {
        gloebit = GloebitClient.builder(Given.SECRETS)
                .environment(GloebitEnvironment.custom(server.url("/api/").uri()))
                .redirectUri(Given.REDIRECT)
                .meterRegistry(CanaryMeters.watched())
                .build();
        ada = gloebit.withCredential(Given.CREDENTIAL);
    }

    @AfterEach
    void dispose() {
        gloebit.dispose();
    }

    static Stream<String> hostile() {
        return Stream.of(
                "..",
                ".",
                "../transact",
                "..\\transact",
                "..;/transact",
                "%2e%2e/transact",
                "%2e%2e%2ftransact",
                "%252e%252e",
                "/transact",
                "//evil.example/",
                "a/b",
                "a?success=true",
                "a#fragment",
                "a&admin=1",
                "a=b",
                "a+b c",
                "\",\"gloebit-balance-change\":0,\"x\":\"",
                "\\\",\\\"x",
                "\\u0022",
                "%0d%0aX-Injected: 1",
                "<script>",
                "\u2028\u202e\ufeff",
                "\u560d\u560a",
                "\uD83D\uDD25",
                "@evil.example");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aProductNameStaysOneMemberOfTheBody(String name) throws Exception {
        server.enqueue(Answers.json("{\"success\":true,\"product-count\":1}"));

        ada.products().consume(name, 2).block(Given.PATIENCE);

        RecordedRequest request = taken();
        assertThat(request.getTarget()).isEqualTo("/api/consume-user-product");
        assertThat(members(request)).containsOnlyKeys("product_name", "count");
        assertThat(members(request).get("product_name")).isEqualTo(name);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void namesInAPurchaseStayMembersOfTheBody(String name) throws Exception {
        server.enqueue(Answers.json(JsonMapper.shared().writeValueAsString(Map.of("success", true, "id", name))));

        ada.purchase(ItemPurchase.of(TransactionId.of(name), name, 3).withUsername(name))
                .block(Given.PATIENCE);

        RecordedRequest request = taken();
        assertThat(request.getTarget()).isEqualTo("/api/transact");
        assertThat(members(request))
                .containsOnlyKeys(
                        "version",
                        "application-key",
                        "request-created",
                        "username-on-application",
                        "transaction-id",
                        "asset-code",
                        "asset-quantity",
                        "gloebit-balance-change")
                .containsEntry("username-on-application", name)
                .containsEntry("transaction-id", name)
                .containsEntry("asset-code", name)
                .containsEntry("gloebit-balance-change", "3");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void membersOfACharacterStayBesideItsName(String name) throws Exception {
        server.enqueue(Answers.json(
                "{\"success\":true,\"character\":{\"id\":\"" + Given.CHARACTER + "\",\"name\":\"Lovelace\"}}"));

        ada.characters().create(name, Map.of("a" + name, name)).block(Given.PATIENCE);

        assertThat(members(taken())).isEqualTo(Map.of("name", name, "a" + name, name));
    }

    /** Members of characters and items are the application's own: any text is allowed there, escaped. */
    @Test
    void lineBreaksInAMemberStayInTheBody() throws Exception {
        String injected = "x\r\n\r\nGET /transact HTTP/1.1\r\nX-Injected: 1";
        server.enqueue(Answers.json(
                "{\"success\":true,\"character\":{\"id\":\"" + Given.CHARACTER + "\",\"name\":\"Lovelace\"}}"));

        ada.characters().create("Lovelace", Map.of(injected, injected)).block(Given.PATIENCE);

        RecordedRequest request = taken();
        assertThat(request.getHeaders().names()).doesNotContain("x-injected");
        assertThat(body(request)).doesNotContain("\r", "\n");
        assertThat(members(request)).isEqualTo(Map.of("name", "Lovelace", injected, injected));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aFolderStaysOneSegmentOfThePath(String folder) throws Exception {
        server.enqueue(Answers.json("{\"success\":true,\"item-ids\":[]}"));

        ada.items().list(folder).blockLast(Given.PATIENCE);

        String target = Objects.requireNonNull(taken().getTarget());
        assertThat(target).matches("/api/get-inventory-item-ids/" + SEGMENT);
        String segment = target.substring(target.lastIndexOf('/') + 1);
        assertThat(segment).isNotIn(".", "..");
        assertThat(decoded(segment)).isEqualTo(folder);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aCodeFromTheBrowserStaysOneFieldOfTheForm(String code) throws Exception {
        server.enqueue(Answers.json("{\"access_token\":\"" + Given.TOKEN + "\"}"));
        String callback =
                SampleCall.callback(gloebit).replace(Given.CODE, URLEncoder.encode(code, StandardCharsets.UTF_8));

        gloebit.exchange(callback, Given.SESSION).block(Given.PATIENCE);

        RecordedRequest request = taken();
        assertThat(request.getHeaders().names()).doesNotContain("x-injected");
        assertThat(parameters(body(request)))
                .containsOnlyKeys("client_id", "client_secret", "code", "grant_type", "scope", "redirect_uri")
                .containsEntry("code", code)
                .containsEntry("client_secret", Given.SECRET);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void namesInTheAuthorizeUrlStayOneParameterEach(String name) {
        URI login = gloebit.authorizationUri(AuthorizationRequest.forSession(name)
                .withUser(name)
                .withUid(name)
                .withKeyAlias(name));

        assertThat(login.getHost()).isEqualTo(server.getHostName());
        assertThat(login.getRawPath()).isEqualTo("/api/oauth2/authorize");
        assertThat(login.getRawFragment()).isNull();
        assertThat(parameters(login.getRawQuery()))
                .containsOnlyKeys("client_id", "scope", "redirect_uri", "response_type", "state", "user", "uid", "r")
                .containsEntry("user", name)
                .containsEntry("uid", name)
                .containsEntry("r", name)
                .containsEntry("redirect_uri", Given.REDIRECT.toString());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void linksBackStayOneParameterEach(String name) {
        URI back = URI.create("https://app.example/?x=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&r=evil");

        URI page = GloebitEnvironment.SANDBOX.purchaseUri(new PurchasePageRequest(name, back, back, false));

        assertThat(page.getHost()).isEqualTo("sandbox.gloebit.com");
        assertThat(page.getRawFragment()).isNull();
        assertThat(parameters(page.getRawQuery()))
                .isEqualTo(Map.of("r", name, "return-to", back.toString(), "inform", back.toString()));
    }

    private RecordedRequest taken() throws InterruptedException {
        return Objects.requireNonNull(server.takeRequest(20, TimeUnit.SECONDS), "a request");
    }

    private static String body(RecordedRequest request) {
        return Objects.requireNonNull(request.getBody()).utf8();
    }

    private static Map<String, String> members(RecordedRequest request) {
        Map<String, String> members = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member :
                JsonMapper.shared().readTree(body(request)).properties()) {
            members.put(member.getKey(), member.getValue().asString());
        }
        return members;
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : query.split("&", -1)) {
            String[] parts = parameter.split("=", 2);
            assertThat(parameters.put(decoded(parts[0]), decoded(parts[1]))).isNull();
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
