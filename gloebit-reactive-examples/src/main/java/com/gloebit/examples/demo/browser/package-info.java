/** The browser of a user, driven by a script. */
@NullMarked
package com.gloebit.examples.demo.browser;

import org.jspecify.annotations.NullMarked;
