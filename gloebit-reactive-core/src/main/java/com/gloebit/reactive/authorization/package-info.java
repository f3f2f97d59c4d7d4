/** OAuth 2.0: the authorize URL, the redirect callback, and where credentials are kept. */
@NullMarked
package com.gloebit.reactive.authorization;

import org.jspecify.annotations.NullMarked;
