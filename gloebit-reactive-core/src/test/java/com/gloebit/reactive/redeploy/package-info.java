/** The library as a part of an application that is deployed, taken away and deployed again. */
@NullMarked
package com.gloebit.reactive.redeploy;

import org.jspecify.annotations.NullMarked;
