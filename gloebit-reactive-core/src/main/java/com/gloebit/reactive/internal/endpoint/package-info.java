/** The endpoints, one constant for each, and the reading of their answers. */
@NullMarked
package com.gloebit.reactive.internal.endpoint;

import org.jspecify.annotations.NullMarked;
