package com.gloebit.simulator;

import java.util.Optional;

/**
 * How the service is reached.
 *
 * @param port the port, 0 for a free one
 * @param certificate what https is served with, empty for http
 */
record ServerSettings(int port, Optional<SelfSignedCertificate> certificate) {}
