/** Reading and writing of requests, answers and their members. */
@NullMarked
package com.gloebit.simulator.internal.wire;

import org.jspecify.annotations.NullMarked;
