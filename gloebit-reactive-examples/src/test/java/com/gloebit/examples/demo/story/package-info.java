@NullMarked
package com.gloebit.examples.demo.story;

import org.jspecify.annotations.NullMarked;
