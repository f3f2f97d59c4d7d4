package com.gloebit.simulator.internal.wire;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Set;

/** A complete request. The path is that of the route; the segments after it are the path parameters, decoded. */
public record Request(
        String method, String path, List<String> pathParameters, String rawQuery, HttpHeaders headers, String body) {

    public boolean isPost() {
        return method.equals("POST");
    }

    public String contentType() {
        String value = headers.get("Content-Type", "");
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).strip();
    }

    /**
     * Whether the body is JSON without its content type: the Haxe client sends none, the Unity client that of a form.
     */
    public boolean isUnlabelledJson() {
        return body.startsWith("{") && Set.of("", RequestMembers.FORM).contains(contentType());
    }

    /** Omits headers and body, which contain secrets. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
