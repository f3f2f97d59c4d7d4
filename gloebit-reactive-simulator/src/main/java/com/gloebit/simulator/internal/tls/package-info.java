/** The certificate of a simulator that serves https. */
@NullMarked
package com.gloebit.simulator.internal.tls;

import org.jspecify.annotations.NullMarked;
