/** Not exported. What several rooms need: checks of arguments, and the signer. */
@NullMarked
package com.gloebit.reactive.internal;

import org.jspecify.annotations.NullMarked;
