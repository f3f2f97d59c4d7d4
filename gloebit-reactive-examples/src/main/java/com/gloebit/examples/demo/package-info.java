/** The demo's entry and its command line. */
@NullMarked
package com.gloebit.examples.demo;

import org.jspecify.annotations.NullMarked;
