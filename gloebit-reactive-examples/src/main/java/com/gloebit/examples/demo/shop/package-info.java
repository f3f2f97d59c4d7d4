/** A shop and the simulated Gloebit that it sells by: what the story and the tour share. */
@NullMarked
package com.gloebit.examples.demo.shop;

import org.jspecify.annotations.NullMarked;
