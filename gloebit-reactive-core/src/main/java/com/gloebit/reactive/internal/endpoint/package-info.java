/** The endpoints, one constant each, and how their answers are read. */
@NullMarked
package com.gloebit.reactive.internal.endpoint;

import org.jspecify.annotations.NullMarked;
