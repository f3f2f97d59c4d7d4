/** The command line of the sample applications. */
@NullMarked
package com.gloebit.examples.shop;

import org.jspecify.annotations.NullMarked;
