/** Purchases: encoding, submission, and the result that the caller gets. */
@NullMarked
package com.gloebit.reactive.internal.purchase;

import org.jspecify.annotations.NullMarked;
