@NullMarked
package com.gloebit.examples.crash;

import org.jspecify.annotations.NullMarked;
