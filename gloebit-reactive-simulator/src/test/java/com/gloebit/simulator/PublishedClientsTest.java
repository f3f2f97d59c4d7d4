package com.gloebit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.internal.ledger.Account;
import com.gloebit.simulator.support.Browser;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorTest;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

/**
 * The forms of request that Gloebit's published clients send, one in each row: read from the source named there,
 * written down as it goes over the wire. Where an older version of a client sent another form, the row names what sets
 * it apart.
 */
class PublishedClientsTest extends SimulatorTest {
    private static final String DJANGO = "Python for Django, Lib/gloebit.py";
    private static final String DJANGO_2013 = "Python for Django before July 2014, Lib/gloebit.py";
    private static final String FLASK = "Python for Flask, Lib/gloebit.py";
    private static final String FLASK_EXAMPLE = "Python for Flask, GloebitExample.py";
    private static final String FLASK_2014 = "Python for Flask, July to December 2014, Lib/gloebit.py";
    private static final String UNITY = "Unity, Gloebit.cs";
    private static final String OPENSIM = "OpenSim, GloebitAPI.cs";
    private static final String OPENSIM_WRAPPER = "OpenSim, GloebitAPIWrapper.cs";
    private static final String OPENSIM_2016 = "OpenSim of January 2016, GloebitAPI.cs";
    private static final String PHP = "PHP, gloebit-php-example.php over adoy/PHP-OAuth2";
    private static final String HAXE = "Haxe, Gloebit.hx";

    private static final String SUCCESS = "{\"success\":true";
    private static final String REDIRECT = "http%3A%2F%2F127.0.0.1%3A8080%2Fcallback";
    private static final String ITEM = "'asset-code': 'torch', 'asset-quantity': 2, 'gloebit-balance-change': 6";
    private static final String PYTHON_ITEM = ITEM + ".0, 'asset-enact-hold-url': null, 'asset-consume-hold-url': null,"
            + " 'asset-cancel-hold-url': null, 'gloebit-recipient-user-name': null";
    private static final String OLD = "{'version': 1, 'id': 'order-1', 'consumer-key': 'demo-key', 'request-created': ";
    private static final String PYTHON = OLD + "1400000000, ";
    private static final String OPENSIM_BASE =
            "{'version':1,'application-key':'demo-key','request-created':-1234567890,"
                    + "'username-on-application':'Ada of the North','transaction-id':'2f6d1c1e-8a55-4b4c-9d0b-0d6a1f3f5a11',";
    private static final String OPENSIM_ITEM = OPENSIM_BASE + "'buyer-id-on-application':'17','app-user-id':'APP-ADA',"
            + "'gloebit-balance-change':5,'asset-code':'torch','asset-quantity':1,"
            + "'asset-enact-hold-url':'http://127.0.0.1:8080/gloebit/transaction?id=1&state=enact',"
            + "'asset-consume-hold-url':'http://127.0.0.1:8080/gloebit/transaction?id=1&state=consume',"
            + "'asset-cancel-hold-url':'http://127.0.0.1:8080/gloebit/transaction?id=1&state=cancel',"
            + "'platform-desc-names':['platform'],'platform-desc-values':['OpenSim'],"
            + "'location-desc-names':['region','grid'],'location-desc-values':['South',''],"
            + "'transaction-desc-names':['type'],'transaction-desc-values':['gift']";
    private static final String OPENSIM_PAYMENT =
            OPENSIM_ITEM + ",'seller-name-on-application':'Bob','seller-id-on-application':'18',";

    static final List<Row> ROWS = List.of(
            page(
                    DJANGO,
                    "/oauth2/authorize",
                    "?client_id=demo-key&redirect_uri=" + REDIRECT
                            + "&scope=user+balance+inventory+transact&access_type=offline&response_type=code&state=s%3A1"),
            exchange(
                    DJANGO,
                    Type.FORM,
                    "client_id=demo-key&code=CODE&scope=user+balance&client_secret=demo-secret-0123"
                            + "&grant_type=authorization_code&redirect_uri=" + REDIRECT),
            get(DJANGO, "/user/"),
            get(DJANGO, "/balance/"),
            post(DJANGO, "/transact/", Type.JSON, PYTHON + PYTHON_ITEM + ", 'username-on-consumer': 'ada'}"),
            post(
                    DJANGO,
                    "/transact/",
                    Type.JSON,
                    PYTHON + "'product': 'Torch', 'product-quantity': 1,"
                            + " 'character-id': null, 'username-on-consumer': 'ada'}"),
            post(
                    DJANGO,
                    "/transact/",
                    Type.JSON,
                    PYTHON + "'product': 'Torch', 'product-quantity': 1,"
                            + " 'character-id': 'CHARACTER', 'username-on-consumer': 'ada'}"),
            get(DJANGO, "/get-user-products/"),
            get(DJANGO, "/get-character-products/", "CHARACTER/"),
            post(DJANGO, "/grant-user-product/", "Torch/1/", Type.JSON, "{}"),
            post(DJANGO, "/consume-user-product/", "Torch/1/", Type.JSON, "{}"),
            post(DJANGO, "/grant-character-product/", "CHARACTER/Torch/1/", Type.JSON, "{}"),
            post(DJANGO, "/consume-character-product/", "CHARACTER/Torch/1/", Type.JSON, "{}"),
            get(DJANGO, "/get-characters/"),
            post(DJANGO, "/create-character/", Type.JSON, "{'name': 'Ada', 'color': 'green'}"),
            post(DJANGO, "/update-character/", Type.JSON, "{'id': 'CHARACTER', 'name': 'Ada', 'color': 'red'}"),
            get(DJANGO, "/delete-character/", "CHARACTER"),
            get(DJANGO_2013, "/id/"),
            post(DJANGO_2013, "/transact/", Type.JSON, PYTHON + PYTHON_ITEM + ", 'merchant-user-id': 'ada'}"),
            post(FLASK, "/transact/", Type.JSON, PYTHON + PYTHON_ITEM + ", 'username-on-application': 'ada'}"),
            page(
                    FLASK_2014,
                    "/oauth2/conditional-authorize",
                    "?scope=transact+inventory+character+user&redirect_uri=" + REDIRECT
                            + "&response_type=code&client_id=demo-key&access_type=offline"),
            page(FLASK_EXAMPLE, "/purchase/", "?return-to=http%3A//127.0.0.1%3A8080/main&r=demo-key"),
            page(
                    UNITY,
                    "/oauth2/authorize",
                    "?scope=inventory+user&redirect_uri=" + REDIRECT
                            + "&response_type=token&client_id=demo-key&return-to=" + REDIRECT),
            page(
                    UNITY,
                    "/oauth2/authorize",
                    "?scope=balance+transact+inventory&redirect_uri=" + REDIRECT
                            + "&response_type=token&client_id=demo-key&r=test&return-to=" + REDIRECT),
            post(UNITY, "/no-op/", Type.FORM, "ignore"),
            post(UNITY, "/user/", Type.FORM, "ignore"),
            post(UNITY, "/balance/", Type.FORM, "ignore"),
            post(UNITY, "/get-user-products/", Type.FORM, "ignore"),
            post(UNITY, "/consume-user-product/", "Torch/1", Type.FORM, "ignore"),
            post(UNITY, "/grant-user-product/", "Torch/1", Type.FORM, "ignore"),
            post(UNITY, "/set-user-product-count/", "Torch/1", Type.FORM, "ignore"),
            post(
                    UNITY,
                    "/transact/",
                    Type.FORM,
                    OLD + "63847.25, 'product': 'Torch', 'product-quantity': 1,"
                            + " 'merchant-user-id': 'unknown user'}"),
            page(
                    OPENSIM,
                    "/oauth2/authorize",
                    "?client_id=demo-key&r=demo&scope=balance+transact&redirect_uri=" + REDIRECT
                            + "&response_type=code&user=Ada+of+the+North&uid=17"),
            exchange(
                    OPENSIM,
                    Type.FORM,
                    "client_id=demo-key&client_secret=demo-secret-0123&code=CODE"
                            + "&grant_type=authorization_code&scope=user+balance&redirect_uri=" + REDIRECT),
            get(OPENSIM, "/balance"),
            post(OPENSIM, "/v2/transact", Type.JSON, OPENSIM_ITEM + "}"),
            post(
                    OPENSIM,
                    "/v2/transact",
                    Type.JSON,
                    OPENSIM_ITEM + ",'automated-transaction':true,'subscription-id':'RENT'}"),
            post(OPENSIM, "/transact-u2u", Type.JSON, OPENSIM_PAYMENT + "'seller-id-from-gloebit':'BOB'}"),
            post(OPENSIM, "/transact-u2u", Type.JSON, OPENSIM_PAYMENT + "'seller-email-address':'bob@example.com'}"),
            post(
                    OPENSIM_2016,
                    "/transact",
                    Type.JSON,
                    OPENSIM_BASE + "'app-user-id':'APP-ADA',"
                            + "'gloebit-balance-change':5,'asset-code':'torch','asset-quantity':1}"),
            new Row(
                    OPENSIM,
                    "POST",
                    "/create-subscription",
                    "",
                    false,
                    Type.JSON,
                    "{'client_id':'demo-key',"
                            + "'client_secret':'demo-secret-0123','application-key':'demo-key','local-id':'room-18',"
                            + "'name':'Rent','description':'A room'}",
                    SUCCESS),
            post(
                    OPENSIM,
                    "/create-subscription-authorization",
                    Type.JSON,
                    "{'application-key':'demo-key',"
                            + "'request-created':-1234567890,'username-on-application':'Ada','user-id-on-application':'17',"
                            + "'app-user-id':'APP-ADA','subscription-id':'RENT'}"),
            page(OPENSIM, "/authorize-subscription/", "ASKED/"),
            page(
                    OPENSIM_WRAPPER,
                    "/purchase",
                    "?reset&r=demo-key&inform=http://127.0.0.1:8080/gloebit/buy_complete?agentId=17"),
            page(OPENSIM_WRAPPER, "/purchase", "?reset&r="),
            page(
                    PHP,
                    "/oauth2/authorize",
                    "?response_type=code&client_id=demo-key&redirect_uri=" + REDIRECT
                            + "&scope=id+inventory&state=something"),
            exchange(
                    PHP,
                    Type.FORM_AND_BASIC,
                    "code=CODE&redirect_uri=" + REDIRECT + "&grant_type=authorization_code&client_id=demo-key"),
            get(PHP, "/id"),
            page(
                    HAXE,
                    "/oauth2/authorize",
                    "?scope=user+balance+inventory+transact&redirect_uri=" + REDIRECT
                            + "&response_type=code&client_id=demo-key&access_type=offline"),
            new Row(
                    HAXE,
                    "GET",
                    "/oauth2/access-token",
                    "?client_id=demo-key&client_secret=demo-secret-0123&code=CODE"
                            + "&scope=user%20balance&grant_type=authorization_code&redirect_uri=" + REDIRECT
                            + "&state=1",
                    false,
                    Type.NONE,
                    "",
                    "\"access_token\":"),
            get(HAXE, "/user"),
            get(HAXE, "/get-inventory-item/", "ITEM"),
            post(HAXE, "/new-inventory-item", Type.NONE, "{'params':'Ada','type_id':'name','folder_id':null}"),
            post(HAXE, "/update-inventory-item", Type.NONE, "{'id':'ITEM','params':'Byron','folder_id':null}"),
            get(HAXE, "/balance"),
            post(
                    HAXE,
                    "/transact",
                    Type.NONE,
                    OLD + "1400000000, " + ITEM + ", 'asset-enact-hold-url':null,"
                            + "'asset-consume-hold-url':null,'asset-cancel-hold-url':null,"
                            + "'gloebit-recipient-user-name':'demo@example.com','merchant-user-id':'Ada'}"),
            page(HAXE, "/", "?return-to=" + REDIRECT + "&r=demo-key"));

    private final String token = token();
    private Map<String, String> names = Map.of();

    PublishedClientsTest() {
        super(Fixture.builder()
                .product(Product.of("Torch", new BigDecimal("2")).withGrantable(true))
                .callbacks(CallbackBehaviour.manual()));
    }

    /** What the headers say of the body. The Unity client sets no type, and its library then says that it is a form. */
    private enum Type {
        NONE(""),
        JSON("application/json"),
        FORM("application/x-www-form-urlencoded"),
        FORM_AND_BASIC("application/x-www-form-urlencoded");

        private final String mediaType;

        Type(String mediaType) {
            this.mediaType = mediaType;
        }
    }

    /**
     * A request in one of a client's forms.
     *
     * @param path the endpoint's, with a slash at the end where the client writes one
     * @param more the rest of the path, or the query
     */
    private record Row(
            String source,
            String verb,
            String path,
            String more,
            boolean bearer,
            Type type,
            String body,
            String answer) {
        String endpoint() {
            return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        }

        @Override
        public String toString() {
            return source + ": " + verb + " " + path + more + " " + type + " " + body;
        }
    }

    /** Something to take away, and names for what is made anew for each test. */
    @BeforeEach
    void stock() {
        String character =
                simulator.createCharacter(Fixture.KEY, "ada", "Lovelace").toString();
        Map<String, Object> torch = Map.of("product_name", "Torch", "count", 1, "character_id", character);
        client.postJson("/grant-character-product", token, torch);
        client.postJson("/grant-user-product", token, Map.of("product_name", "Torch", "count", 1));
        UUID rent = made(client.postJson("/create-subscription", Fixture.subscription()), "id");
        UUID asked =
                made(client.postJson("/create-subscription-authorization", token, Fixture.authorization(rent)), "id");
        simulator.decideSubscription(asked, true);
        UUID item = made(client.postJson("/new-inventory-item", token, Map.of("type-id", "name")), "item-id");
        names = Map.of(
                "CHARACTER", character,
                "RENT", rent.toString(),
                "ASKED", asked.toString(),
                "ITEM", item.toString(),
                "BOB", simulator.accountId("bob").toString(),
                "APP-ADA", new Account("ada", "lovelace").idFor(Fixture.KEY).toString());
    }

    @ParameterizedTest
    @FieldSource("ROWS")
    void aFormOfAPublishedClientIsTaken(Row row) {
        HttpRequest.Builder request = request(row);
        long before = simulator.requestCount(row.endpoint());

        HttpResponse<String> answer = client.send(request);

        assertThat(answer.body()).contains(row.answer());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(simulator.requestCount(row.endpoint())).isEqualTo(before + 1);
        assertThat(simulator.ledger()).hasSize(row.path().contains("transact") ? 1 : 0);
        assertNoViolation();
    }

    private HttpRequest.Builder request(Row row) {
        HttpRequest.Builder request = row.bearer()
                ? client.bearer(row.path() + named(row.more()), token)
                : client.request(row.path() + named(row.more()));
        if (row.type() != Type.NONE) {
            request.header("Content-Type", row.type().mediaType);
        }
        if (row.type() == Type.FORM_AND_BASIC) {
            request.header("Authorization", "Basic ZGVtby1rZXk6ZGVtby1zZWNyZXQtMDEyMw==");
        }
        // .NET asks first whether the body is welcome.
        return request.expectContinue(row.source().equals(OPENSIM) && row.verb().equals("POST"))
                .method(
                        row.verb(),
                        row.verb().equals("GET")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(named(row.body())));
    }

    private String named(String text) {
        String named = text.startsWith("{") ? text.replace('\'', '"') : text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            named = named.replace(name.getKey(), name.getValue());
        }
        return named.contains("CODE") ? named.replace("CODE", code()) : named;
    }

    private String code() {
        Map<String, String> query = Map.of(
                "client_id",
                Fixture.KEY,
                "scope",
                "user balance",
                "redirect_uri",
                Fixture.REDIRECT,
                "response_type",
                "code");
        return Browser.parameter(new Browser(client).approve(query, "ada", "lovelace"), "code");
    }

    private static UUID made(JsonNode answer, String member) {
        return UUID.fromString(answer.get(member).stringValue());
    }

    private static Row page(String source, String path, String more) {
        return new Row(source, "GET", path, more, false, Type.NONE, "", "<title>");
    }

    private static Row exchange(String source, Type type, String form) {
        return new Row(source, "POST", "/oauth2/access-token", "", false, type, form, "\"access_token\":");
    }

    private static Row get(String source, String path) {
        return get(source, path, "");
    }

    private static Row get(String source, String path, String more) {
        return new Row(source, "GET", path, more, true, Type.NONE, "", SUCCESS);
    }

    private static Row post(String source, String path, Type type, String body) {
        return post(source, path, "", type, body);
    }

    private static Row post(String source, String path, String more, Type type, String body) {
        return new Row(source, "POST", path, more, true, type, body, SUCCESS);
    }
}
