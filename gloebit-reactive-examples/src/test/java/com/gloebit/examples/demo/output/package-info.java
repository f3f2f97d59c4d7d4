@NullMarked
package com.gloebit.examples.demo.output;

import org.jspecify.annotations.NullMarked;
