package com.gloebit.reactive.internal.subject;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Parameters to merge into an item, and the folder to move it to. */
public record ItemChange(
        UUID id,
        Map<String, @Nullable Object> params,
        @Nullable String folderId) {}
