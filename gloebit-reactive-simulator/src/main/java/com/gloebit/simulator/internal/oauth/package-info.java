/** Grants, authorization codes, access tokens, and the authentication of requests. */
@NullMarked
package com.gloebit.simulator.internal.oauth;

import org.jspecify.annotations.NullMarked;
