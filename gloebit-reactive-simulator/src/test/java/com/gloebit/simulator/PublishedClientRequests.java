package com.gloebit.simulator;

import com.gloebit.simulator.PublishedClientRequest.BodyType;
import java.util.List;

/**
 * The forms of request that Gloebit's published clients send. Each request is copied from the client's source, as it is
 * sent. If an older version of a client sends another form, the request's source names the version.
 */
final class PublishedClientRequests {
    private static final String DJANGO = "Python for Django, Lib/gloebit.py";
    private static final String DJANGO_2013 = "Python for Django before July 2014, Lib/gloebit.py";
    private static final String FLASK = "Python for Flask, Lib/gloebit.py";
    private static final String FLASK_EXAMPLE = "Python for Flask, GloebitExample.py";
    private static final String FLASK_2014 = "Python for Flask, July to December 2014, Lib/gloebit.py";
    private static final String UNITY = "Unity, Gloebit.cs";
    static final String OPENSIM = "OpenSim, GloebitAPI.cs";
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

    static final List<PublishedClientRequest> ALL = List.of(
            page(
                    DJANGO,
                    "/oauth2/authorize",
                    "?client_id=demo-key&redirect_uri=" + REDIRECT
                            + "&scope=user+balance+inventory+transact&access_type=offline&response_type=code&state=s%3A1"),
            exchange(
                    DJANGO,
                    BodyType.FORM,
                    "client_id=demo-key&code=CODE&scope=user+balance&client_secret=demo-secret-0123"
                            + "&grant_type=authorization_code&redirect_uri=" + REDIRECT),
            get(DJANGO, "/user/"),
            get(DJANGO, "/balance/"),
            post(DJANGO, "/transact/", BodyType.JSON, PYTHON + PYTHON_ITEM + ", 'username-on-consumer': 'ada'}"),
            post(
                    DJANGO,
                    "/transact/",
                    BodyType.JSON,
                    PYTHON + "'product': 'Torch', 'product-quantity': 1,"
                            + " 'character-id': null, 'username-on-consumer': 'ada'}"),
            post(
                    DJANGO,
                    "/transact/",
                    BodyType.JSON,
                    PYTHON + "'product': 'Torch', 'product-quantity': 1,"
                            + " 'character-id': 'CHARACTER', 'username-on-consumer': 'ada'}"),
            get(DJANGO, "/get-user-products/"),
            get(DJANGO, "/get-character-products/", "CHARACTER/"),
            post(DJANGO, "/grant-user-product/", "Torch/1/", BodyType.JSON, "{}"),
            post(DJANGO, "/consume-user-product/", "Torch/1/", BodyType.JSON, "{}"),
            post(DJANGO, "/grant-character-product/", "CHARACTER/Torch/1/", BodyType.JSON, "{}"),
            post(DJANGO, "/consume-character-product/", "CHARACTER/Torch/1/", BodyType.JSON, "{}"),
            get(DJANGO, "/get-characters/"),
            post(DJANGO, "/create-character/", BodyType.JSON, "{'name': 'Ada', 'color': 'green'}"),
            post(DJANGO, "/update-character/", BodyType.JSON, "{'id': 'CHARACTER', 'name': 'Ada', 'color': 'red'}"),
            get(DJANGO, "/delete-character/", "CHARACTER"),
            get(DJANGO_2013, "/id/"),
            post(DJANGO_2013, "/transact/", BodyType.JSON, PYTHON + PYTHON_ITEM + ", 'merchant-user-id': 'ada'}"),
            post(FLASK, "/transact/", BodyType.JSON, PYTHON + PYTHON_ITEM + ", 'username-on-application': 'ada'}"),
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
            post(UNITY, "/no-op/", BodyType.FORM, "ignore"),
            post(UNITY, "/user/", BodyType.FORM, "ignore"),
            post(UNITY, "/balance/", BodyType.FORM, "ignore"),
            post(UNITY, "/get-user-products/", BodyType.FORM, "ignore"),
            post(UNITY, "/consume-user-product/", "Torch/1", BodyType.FORM, "ignore"),
            post(UNITY, "/grant-user-product/", "Torch/1", BodyType.FORM, "ignore"),
            post(UNITY, "/set-user-product-count/", "Torch/1", BodyType.FORM, "ignore"),
            post(
                    UNITY,
                    "/transact/",
                    BodyType.FORM,
                    OLD + "63847.25, 'product': 'Torch', 'product-quantity': 1,"
                            + " 'merchant-user-id': 'unknown user'}"),
            page(
                    OPENSIM,
                    "/oauth2/authorize",
                    "?client_id=demo-key&r=demo&scope=balance+transact&redirect_uri=" + REDIRECT
                            + "&response_type=code&user=Ada+of+the+North&uid=17"),
            exchange(
                    OPENSIM,
                    BodyType.FORM,
                    "client_id=demo-key&client_secret=demo-secret-0123&code=CODE"
                            + "&grant_type=authorization_code&scope=user+balance&redirect_uri=" + REDIRECT),
            get(OPENSIM, "/balance"),
            post(OPENSIM, "/v2/transact", BodyType.JSON, OPENSIM_ITEM + "}"),
            post(
                    OPENSIM,
                    "/v2/transact",
                    BodyType.JSON,
                    OPENSIM_ITEM + ",'automated-transaction':true,'subscription-id':'RENT'}"),
            post(OPENSIM, "/transact-u2u", BodyType.JSON, OPENSIM_PAYMENT + "'seller-id-from-gloebit':'BOB'}"),
            post(
                    OPENSIM,
                    "/transact-u2u",
                    BodyType.JSON,
                    OPENSIM_PAYMENT + "'seller-email-address':'bob@example.com'}"),
            post(
                    OPENSIM_2016,
                    "/transact",
                    BodyType.JSON,
                    OPENSIM_BASE + "'app-user-id':'APP-ADA',"
                            + "'gloebit-balance-change':5,'asset-code':'torch','asset-quantity':1}"),
            new PublishedClientRequest(
                    OPENSIM,
                    "POST",
                    "/create-subscription",
                    "",
                    false,
                    BodyType.JSON,
                    "{'client_id':'demo-key',"
                            + "'client_secret':'demo-secret-0123','application-key':'demo-key','local-id':'room-18',"
                            + "'name':'Rent','description':'A room'}",
                    SUCCESS),
            post(
                    OPENSIM,
                    "/create-subscription-authorization",
                    BodyType.JSON,
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
                    BodyType.FORM_AND_BASIC,
                    "code=CODE&redirect_uri=" + REDIRECT + "&grant_type=authorization_code&client_id=demo-key"),
            get(PHP, "/id"),
            page(
                    HAXE,
                    "/oauth2/authorize",
                    "?scope=user+balance+inventory+transact&redirect_uri=" + REDIRECT
                            + "&response_type=code&client_id=demo-key&access_type=offline"),
            new PublishedClientRequest(
                    HAXE,
                    "GET",
                    "/oauth2/access-token",
                    "?client_id=demo-key&client_secret=demo-secret-0123&code=CODE"
                            + "&scope=user%20balance&grant_type=authorization_code&redirect_uri=" + REDIRECT
                            + "&state=1",
                    false,
                    BodyType.NONE,
                    "",
                    "\"access_token\":"),
            get(HAXE, "/user"),
            get(HAXE, "/get-inventory-item/", "ITEM"),
            post(HAXE, "/new-inventory-item", BodyType.NONE, "{'params':'Ada','type_id':'name','folder_id':null}"),
            post(HAXE, "/update-inventory-item", BodyType.NONE, "{'id':'ITEM','params':'Byron','folder_id':null}"),
            get(HAXE, "/balance"),
            post(
                    HAXE,
                    "/transact",
                    BodyType.NONE,
                    OLD + "1400000000, " + ITEM + ", 'asset-enact-hold-url':null,"
                            + "'asset-consume-hold-url':null,'asset-cancel-hold-url':null,"
                            + "'gloebit-recipient-user-name':'demo@example.com','merchant-user-id':'Ada'}"),
            page(HAXE, "/", "?return-to=" + REDIRECT + "&r=demo-key"));

    private PublishedClientRequests() {}

    private static PublishedClientRequest page(String source, String path, String more) {
        return new PublishedClientRequest(source, "GET", path, more, false, BodyType.NONE, "", "<title>");
    }

    private static PublishedClientRequest exchange(String source, BodyType type, String form) {
        return new PublishedClientRequest(
                source, "POST", "/oauth2/access-token", "", false, type, form, "\"access_token\":");
    }

    private static PublishedClientRequest get(String source, String path) {
        return get(source, path, "");
    }

    private static PublishedClientRequest get(String source, String path, String more) {
        return new PublishedClientRequest(source, "GET", path, more, true, BodyType.NONE, "", SUCCESS);
    }

    private static PublishedClientRequest post(String source, String path, BodyType type, String body) {
        return post(source, path, "", type, body);
    }

    private static PublishedClientRequest post(String source, String path, String more, BodyType type, String body) {
        return new PublishedClientRequest(source, "POST", path, more, true, type, body, SUCCESS);
    }
}
