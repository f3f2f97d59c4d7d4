package com.gloebit.simulator;

/**
 * A request as one of Gloebit's published clients sends it.
 *
 * @param source the client and the file of its source
 * @param path the endpoint's path, with a trailing slash if the client sends one
 * @param more the rest of the path, or the query
 * @param bearer whether the client sends a bearer token
 * @param answer a part of the expected answer
 */
record PublishedClientRequest(
        String source,
        String verb,
        String path,
        String more,
        boolean bearer,
        BodyType type,
        String body,
        String answer) {

    /** The headers that describe the body. The Unity client sets no type; its library sends that of a form. */
    enum BodyType {
        NONE(""),
        JSON("application/json"),
        FORM("application/x-www-form-urlencoded"),
        FORM_AND_BASIC("application/x-www-form-urlencoded");

        private final String mediaType;

        BodyType(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }
    }

    String endpoint() {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    @Override
    public String toString() {
        return source + ": " + verb + " " + path + more + " " + type + " " + body;
    }
}
