/** OAuth without HTTP: the authorize URL, the signed state, and the callback of the browser. */
@NullMarked
package com.gloebit.reactive.internal.oauth;

import org.jspecify.annotations.NullMarked;
