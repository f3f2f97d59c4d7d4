/** From a callback's URL to the journal and the application's effects. Knows neither HTTP nor the views. */
@NullMarked
package com.gloebit.reactive.internal.hold;

import org.jspecify.annotations.NullMarked;
