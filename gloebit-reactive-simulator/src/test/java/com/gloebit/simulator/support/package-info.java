/** What several rooms' tests share. */
@NullMarked
package com.gloebit.simulator.support;

import org.jspecify.annotations.NullMarked;
