package com.gloebit.simulator.internal.wire;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Set;

/** One request, whole. The path is that of the route; what follows it are the path parameters, decoded. */
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

    /** A JSON object that is not called one: the Haxe client names no type, and the Unity client's says that it is a form. */
    public boolean isUnlabelledJson() {
        return body.startsWith("{") && Set.of("", RequestMembers.FORM).contains(contentType());
    }

    /** Left out of any text: headers and body hold secrets. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
