@NullMarked
package com.gloebit.reactive.hold;

import org.jspecify.annotations.NullMarked;
