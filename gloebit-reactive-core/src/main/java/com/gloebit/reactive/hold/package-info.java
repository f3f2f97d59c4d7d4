/**
 * Hold callbacks: the application's reactions to them, the journal that records them, and the settlement of
 * transactions.
 */
@NullMarked
package com.gloebit.reactive.hold;

import org.jspecify.annotations.NullMarked;
