package com.gloebit.reactive.identity;

import java.util.Map;

/**
 * Who the user is.
 *
 * @param id Gloebit's id of the user
 * @param name the display name, may be empty
 * @param params what else an older server says of the user; empty if nothing. Values are text, {@code BigDecimal},
 *     {@code Boolean}, lists and maps of these
 */
public record UserInfo(String id, String name, Map<String, Object> params) {
    public UserInfo {
        params = Map.copyOf(params);
    }

    /** Leaves out who the user is. */
    @Override
    public String toString() {
        return "UserInfo[redacted]";
    }
}
