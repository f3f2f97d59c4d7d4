/** What a connection brings besides the one answer that was asked for. */
@NullMarked
package com.gloebit.reactive.connection;

import org.jspecify.annotations.NullMarked;
