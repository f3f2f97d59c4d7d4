package com.gloebit.reactive.wire.support;

import mockwebserver3.MockResponse;

/**
 * One request that has to come, and the answer it gets.
 *
 * @param request what has to come, exactly
 * @param answer what is sent back
 */
public record Interaction(ExpectedRequest request, MockResponse answer) {}
