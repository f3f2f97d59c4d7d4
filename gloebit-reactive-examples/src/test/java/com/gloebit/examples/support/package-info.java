@NullMarked
package com.gloebit.examples.support;

import org.jspecify.annotations.NullMarked;
