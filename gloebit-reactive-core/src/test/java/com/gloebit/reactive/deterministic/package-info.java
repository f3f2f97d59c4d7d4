/**
 * The whole system on one thread, in virtual time and over a simulated network and database: a seed is a run, and the
 * same seed is the same run.
 */
@NullMarked
package com.gloebit.reactive.deterministic;

import org.jspecify.annotations.NullMarked;
