/** The registry of the endpoints in the tests: one entry for each, which drives every test of endpoints. */
@NullMarked
package com.gloebit.reactive.endpoint.support;

import org.jspecify.annotations.NullMarked;
