package com.gloebit.reactive.identity;

import java.util.Map;

/**
 * The identity of a user.
 *
 * @param id Gloebit's id of the user
 * @param name the display name, may be empty
 * @param params further members that older servers send; empty if there are none. Values are text, {@code BigDecimal},
 *     {@code Boolean}, lists and maps of these
 */
public record UserInfo(String id, String name, Map<String, Object> params) {
    public UserInfo {
        params = Map.copyOf(params);
    }

    /** Contains no user data. */
    @Override
    public String toString() {
        return "UserInfo[redacted]";
    }
}
