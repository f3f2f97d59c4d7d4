/** The simulator in tests with JUnit 5, which the test brings along. */
@NullMarked
package com.gloebit.simulator.junit;

import org.jspecify.annotations.NullMarked;
