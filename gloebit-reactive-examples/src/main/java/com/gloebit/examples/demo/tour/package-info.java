/** Every call of the client, by topic. */
@NullMarked
package com.gloebit.examples.demo.tour;

import org.jspecify.annotations.NullMarked;
