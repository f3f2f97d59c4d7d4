/** A whole service, put together from the other rooms. */
@NullMarked
package com.gloebit.simulator.internal.service;

import org.jspecify.annotations.NullMarked;
