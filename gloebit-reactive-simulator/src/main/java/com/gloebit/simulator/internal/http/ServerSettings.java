package com.gloebit.simulator.internal.http;

import com.gloebit.simulator.internal.tls.SelfSignedCertificate;
import java.util.Optional;

/**
 * How the service is reached.
 *
 * @param port the port, 0 for a free one
 * @param certificate what https is served with, empty for http
 */
public record ServerSettings(int port, Optional<SelfSignedCertificate> certificate) {}
