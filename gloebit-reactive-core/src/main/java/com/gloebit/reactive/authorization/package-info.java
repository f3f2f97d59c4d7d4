/** OAuth 2.0: the application's secrets, authorization requests, credentials and their store. */
@NullMarked
package com.gloebit.reactive.authorization;

import org.jspecify.annotations.NullMarked;
