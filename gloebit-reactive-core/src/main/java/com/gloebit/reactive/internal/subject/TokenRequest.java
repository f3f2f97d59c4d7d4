package com.gloebit.reactive.internal.subject;

import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.Scope;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The exchange of a code. It repeats the scopes and the redirect URI of the authorize URL. */
public record TokenRequest(ClientSecrets secrets, String code, Set<Scope> scopes, URI redirectUri) {
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client_id", secrets.key());
        fields.put("client_secret", secrets.secret());
        fields.put("code", code);
        fields.put("grant_type", "authorization_code");
        fields.put("scope", Scope.format(scopes));
        fields.put("redirect_uri", redirectUri.toString());
        return fields;
    }

    @Override
    public String toString() {
        return "TokenRequest[redacted]";
    }
}
