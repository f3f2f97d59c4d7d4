/** What comes after the purchase: Gloebit's callbacks, the journal that remembers them, and the last word. */
@NullMarked
package com.gloebit.reactive.hold;

import org.jspecify.annotations.NullMarked;
