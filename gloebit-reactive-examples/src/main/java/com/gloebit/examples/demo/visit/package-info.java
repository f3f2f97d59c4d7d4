/** A visit to a service that is there, which only reads. */
@NullMarked
package com.gloebit.examples.demo.visit;

import org.jspecify.annotations.NullMarked;
