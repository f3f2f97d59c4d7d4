/** Holds the documentation to the code. */
@NullMarked
package com.gloebit.examples.docs;

import org.jspecify.annotations.NullMarked;
