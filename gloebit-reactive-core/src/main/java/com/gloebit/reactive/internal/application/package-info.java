/** Not exported. The application: its key, its clock, its signatures. */
@NullMarked
package com.gloebit.reactive.internal.application;

import org.jspecify.annotations.NullMarked;
