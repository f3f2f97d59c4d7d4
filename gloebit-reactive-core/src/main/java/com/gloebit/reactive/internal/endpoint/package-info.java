/** Not exported. The endpoints, one constant for each, and the call to one. */
@NullMarked
package com.gloebit.reactive.internal.endpoint;

import org.jspecify.annotations.NullMarked;
