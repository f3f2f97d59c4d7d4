/** The walls between the rooms. */
@NullMarked
package com.gloebit.simulator.architecture;

import org.jspecify.annotations.NullMarked;
