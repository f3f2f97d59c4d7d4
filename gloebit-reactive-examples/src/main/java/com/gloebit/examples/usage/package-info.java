/** What the command lines of the programs have in common. */
@NullMarked
package com.gloebit.examples.usage;

import org.jspecify.annotations.NullMarked;
