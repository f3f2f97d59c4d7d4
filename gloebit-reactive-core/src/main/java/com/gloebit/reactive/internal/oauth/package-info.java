/** OAuth without HTTP: the authorize URL, the signed state, and what the browser brings back. */
@NullMarked
package com.gloebit.reactive.internal.oauth;

import org.jspecify.annotations.NullMarked;
