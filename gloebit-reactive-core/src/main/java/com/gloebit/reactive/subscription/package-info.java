/** Recurring, unattended payments: subscriptions, and the users' authorizations of them. */
@NullMarked
package com.gloebit.reactive.subscription;

import org.jspecify.annotations.NullMarked;
