package com.gloebit.reactive.internal.subject;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A character that has no id yet. */
public record CharacterDraft(String name, Map<String, @Nullable Object> members) {}
