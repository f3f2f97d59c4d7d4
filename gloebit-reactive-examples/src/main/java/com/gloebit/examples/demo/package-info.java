/** The demo: a shop, one user, a service that loses answers, and books that have to add up. */
@NullMarked
package com.gloebit.examples.demo;

import org.jspecify.annotations.NullMarked;
