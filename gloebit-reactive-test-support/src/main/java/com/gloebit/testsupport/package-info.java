/** What the tests of more than one module use. */
@NullMarked
package com.gloebit.testsupport;

import org.jspecify.annotations.NullMarked;
