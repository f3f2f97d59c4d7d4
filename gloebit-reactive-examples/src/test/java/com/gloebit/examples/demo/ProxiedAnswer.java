package com.gloebit.examples.demo;

import reactor.netty.http.client.HttpClientResponse;

/**
 * An answer that came through the proxy.
 *
 * @param operation the operation that was called
 * @param violations where request or answer differ from the description, as the proxy says; empty if nowhere
 */
record ProxiedAnswer(String operation, String violations) {
    static ProxiedAnswer of(HttpClientResponse response, OpenApi description) {
        return new ProxiedAnswer(
                description.operation(response.method().name(), '/' + response.path()),
                response.responseHeaders().get("sl-violations", ""));
    }
}
