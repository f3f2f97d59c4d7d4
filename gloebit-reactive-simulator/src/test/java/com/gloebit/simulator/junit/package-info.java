/** Tests of the extension for JUnit. */
@NullMarked
package com.gloebit.simulator.junit;

import org.jspecify.annotations.NullMarked;
