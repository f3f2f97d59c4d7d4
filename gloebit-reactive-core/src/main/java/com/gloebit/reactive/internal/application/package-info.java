/** Not exported. The application that calls: its key, its clock, its signatures. */
@NullMarked
package com.gloebit.reactive.internal.application;

import org.jspecify.annotations.NullMarked;
