/** The endpoints that clients call. */
@NullMarked
package com.gloebit.simulator.internal.endpoint;

import org.jspecify.annotations.NullMarked;
