/** The sample applications, run as a user would. */
@NullMarked
package com.gloebit.examples.shop;

import org.jspecify.annotations.NullMarked;
