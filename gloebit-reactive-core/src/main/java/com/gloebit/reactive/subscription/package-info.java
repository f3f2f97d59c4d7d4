/** Recurring, unattended payments: what is subscribed to, and what the user decides about it. */
@NullMarked
package com.gloebit.reactive.subscription;

import org.jspecify.annotations.NullMarked;
