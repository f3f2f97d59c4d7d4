@NullMarked
package com.gloebit.examples.demo;

import org.jspecify.annotations.NullMarked;
