@NullMarked
package com.gloebit.examples.architecture;

import org.jspecify.annotations.NullMarked;
