/** Not exported. The answer to one request: its form, and the failure that it may be. */
@NullMarked
package com.gloebit.reactive.internal.answer;

import org.jspecify.annotations.NullMarked;
