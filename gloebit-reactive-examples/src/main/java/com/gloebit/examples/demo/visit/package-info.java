/** A visit to an existing service. It only reads. */
@NullMarked
package com.gloebit.examples.demo.visit;

import org.jspecify.annotations.NullMarked;
