/** What callers give: bad input fails at once, and nothing that is printed holds a secret. */
@NullMarked
package com.gloebit.reactive.values;

import org.jspecify.annotations.NullMarked;
