package com.gloebit.simulator;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;

/** One request, whole. The path is that of the route; what follows it are the path parameters, decoded. */
record Request(
        String method, String path, List<String> pathParameters, String rawQuery, HttpHeaders headers, String body) {

    boolean isPost() {
        return method.equals("POST");
    }

    String contentType() {
        String value = headers.get("Content-Type", "");
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).strip();
    }

    /** Left out of any text: headers and body hold secrets. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
