/** Not exported. The subjects of the API: the arguments of their calls, and how their members are written and read. */
@NullMarked
package com.gloebit.reactive.internal.subject;

import org.jspecify.annotations.NullMarked;
