/** Assembles a service from the other packages. */
@NullMarked
package com.gloebit.simulator.internal.service;

import org.jspecify.annotations.NullMarked;
