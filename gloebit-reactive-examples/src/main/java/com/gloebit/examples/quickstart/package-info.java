/** The program of the README. */
@NullMarked
package com.gloebit.examples.quickstart;

import org.jspecify.annotations.NullMarked;
