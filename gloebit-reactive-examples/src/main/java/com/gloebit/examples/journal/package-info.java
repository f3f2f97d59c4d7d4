/** A transaction journal in a database. */
@NullMarked
package com.gloebit.examples.journal;

import org.jspecify.annotations.NullMarked;
