/**
 * Holds: callback URLs, the transaction journal, and the application's effects. Depends on neither HTTP nor the public
 * views.
 */
@NullMarked
package com.gloebit.reactive.internal.hold;

import org.jspecify.annotations.NullMarked;
