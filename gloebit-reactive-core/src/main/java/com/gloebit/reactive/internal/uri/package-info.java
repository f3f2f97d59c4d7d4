/** Not exported. Query strings, and the URIs of Gloebit's pages. */
@NullMarked
package com.gloebit.reactive.internal.uri;

import org.jspecify.annotations.NullMarked;
