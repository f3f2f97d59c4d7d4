/** The strict double of Gloebit, and what it expects and answers. */
@NullMarked
package com.gloebit.reactive.wire.support;

import org.jspecify.annotations.NullMarked;
