@NullMarked
package com.gloebit.examples.journal;

import org.jspecify.annotations.NullMarked;
