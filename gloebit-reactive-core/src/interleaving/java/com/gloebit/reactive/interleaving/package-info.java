/** What the checks of interleavings share: docs/verification.md. */
@NullMarked
package com.gloebit.reactive.interleaving;

import org.jspecify.annotations.NullMarked;
